/** @module-tag wide */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIssuer, readIssuerKey } from '../../src/certificate/signed/issuer.ts';

const institute = { id: 'https://institute.example', name: 'Institute of Judges' };
const id = 'urn:uuid:6f9619ff-8b86-4011-b42d-00cf4fc964ff';

describe('npm run issuer-key', () => {
  const command = resolve('src/certificate/issuer-key/command.ts');
  const run = (folder: string, ...options: string[]) => {
    try {
      const said = execFileSync(process.execPath, [command, ...options], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      });
      return { code: 0, said };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return { code: status, said: stderr };
    }
  };
  const folder = () => mkdtempSync(join(tmpdir(), 'issuer-'));
  const make = ['--name', 'Institute of Judges', '--address', 'https://institute.example'];

  it('writes a file to publish and a private file that only its owner reads', () => {
    const at = folder();
    expect(run(at, ...make)).toMatchObject({ code: 0 });
    expect(readIssuer(readFileSync(join(at, 'issuer.json'), 'utf8')).name).toBe(institute.name);
    readIssuerKey(readFileSync(join(at, 'issuer-key.json'), 'utf8'));
    expect(statSync(join(at, 'issuer-key.json')).mode & 0o777).toBe(0o600);
  });

  it('never writes over a private key', () => {
    const at = folder();
    run(at, ...make);
    const before = readFileSync(join(at, 'issuer-key.json'), 'utf8');
    const { code, said } = run(at, ...make);
    expect(code).toBe(1);
    expect(said).toContain('issuer-key.json is there already');
    expect(readFileSync(join(at, 'issuer-key.json'), 'utf8')).toBe(before);
  });

  it('withdraws a certificate by its id, and refuses another word', () => {
    const at = folder();
    run(at, ...make);
    expect(run(at, '--revoke', id)).toMatchObject({ code: 0 });
    const issuer = readIssuer(readFileSync(join(at, 'issuer.json'), 'utf8'));
    expect(issuer.revoked.certificates).toMatchObject([{ id }]);
    expect(run(at, '--revoke', 'the last one').said).toContain('--revoke the last one');
  });

  it('says what is missing, and leaves a damaged file alone', () => {
    const at = folder();
    expect(run(at)).toMatchObject({ code: 1 });
    expect(run(at, '--nam', 'x').said).toContain('--name');
    writeFileSync(join(at, 'issuer.json'), '{"format":"certificate-issuer","id":"x"}');
    expect(run(at, ...make).said).toContain('issuer.json, field id');
    expect(readFileSync(join(at, 'issuer.json'), 'utf8')).toBe(
      '{"format":"certificate-issuer","id":"x"}',
    );
  });
});
