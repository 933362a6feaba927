import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { badgeFile, type BadgeWords } from '../../src/certificate/badge.ts';
import { type IssuerFiles, newKey, revoke } from '../../src/certificate/issuer-key/issuer-files.ts';
import { readIssuer, readIssuerKey } from '../../src/certificate/signed/issuer.ts';
import { readToken, thumbprint } from '../../src/certificate/signed/jwt.ts';
import { signCertificate } from '../../src/certificate/signed/sign-certificate.ts';
import { readSigningList, type SignedCourse } from '../../src/certificate/signed/signing-list.ts';
import { verify } from '../../src/certificate/signed/verify.ts';
import { type CertifiedFacts, verificationCode } from '../../src/certificate/verification-code.ts';

const institute = { id: 'https://institute.example', name: 'Institute of Judges' };
const facts: CertifiedFacts = {
  name: 'Ayşe Nakamura',
  course: 'alternatives',
  version: '1.0.0',
  date: '2026-11-20',
  score: 85,
  track: 'judge',
};
const words: BadgeWords = {
  name: 'A course',
  description: 'Signed by the institute.',
  issuer: institute.name,
  title: 'A course',
  summary: 'What it is about',
  criteria: 'Track: Judge',
  narrative: 'Verification code',
  score: 'Score',
};
const signing = {
  date: '2026-11-29',
  uuid: '6f9619ff-8b86-4011-b42d-00cf4fc964ff',
  language: 'en',
  masteryScore: 0.8,
};
const id = `urn:uuid:${signing.uuid}`;

let files: IssuerFiles;
let token: string;
beforeAll(async () => {
  files = await newKey(institute, '2026-01-01');
  token = await signCertificate(facts, words, files.key, signing);
});

describe('a signed certificate', () => {
  it('is right by the published file of its issuer, and says what was certified', async () => {
    expect(await verify(`\n${token}\n`, files.issuer)).toEqual({
      result: 'right',
      facts: {
        id,
        name: 'Ayşe Nakamura',
        course: 'A course',
        version: '1.0.0',
        criteria: 'Track: Judge',
        date: '2026-11-20',
        signedOn: '2026-11-29',
        score: '85',
      },
    });
  });

  it('is a JSON Web Token with the members that Open Badges 3.0 asks for', () => {
    const { header, payload } = readToken(token) ?? {};
    expect(header).toEqual({ alg: 'RS256', typ: 'JWT', jwk: files.issuer.keys[0]?.key });
    expect(payload).toMatchObject({
      iss: institute.id,
      jti: id,
      nbf: Date.UTC(2026, 10, 29) / 1000,
      id,
      issuer: { id: institute.id, type: ['Profile'], name: institute.name },
      validFrom: '2026-11-29T00:00:00Z',
      type: ['VerifiableCredential', 'AchievementCredential'],
    });
    expect(JSON.stringify(header)).not.toContain('"d"');
  });

  it('is never right after one character of it was changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom('A', 'z', '0', '-', '_', '.'),
        async (at, letter) => {
          const changed = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
          const { result } = await verify(changed, files.issuer);
          // The last letter of a part may carry bits that mean nothing: the bytes are the same then.
          const isSame = JSON.stringify(readToken(changed)) === JSON.stringify(readToken(token));
          if (changed === token || isSame) return;
          expect(result).not.toBe('right');
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is altered when its words are those of somebody else', async () => {
    const other = await signCertificate({ ...facts, name: 'B' }, words, files.key, signing);
    const [head, , signature] = token.split('.');
    const forged = [head, other.split('.')[1], signature].join('.');
    expect(await verify(forged, files.issuer)).toEqual({ result: 'altered' });
  });

  it('has the wrong key when another signed it in the name of the issuer', async () => {
    const stranger = await newKey(institute, '2026-01-01');
    const forged = await signCertificate(facts, words, stranger.key, signing);
    expect(await verify(forged, files.issuer)).toEqual({ result: 'wrong-key' });
  });

  it('is altered when the issuer’s own key is named in it and another signed it', async () => {
    const stranger = await newKey(institute, '2026-01-01');
    const own = files.issuer.keys[0]?.key;
    const forged = await signCertificate(facts, words, stranger.key, signing);
    const head = btoa(JSON.stringify({ alg: 'RS256', typ: 'JWT', jwk: own }))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
    const renamed = [head, ...forged.split('.').slice(1)].join('.');
    expect(await verify(renamed, files.issuer)).toEqual({ result: 'altered' });
  });

  it.each(['', 'a.b', 'a.b.c', '{}', 'eyJhbGciOiJub25lIn0.e30.'])('is not "%s"', async (text) => {
    expect(await verify(text, files.issuer)).toEqual({ result: 'foreign' });
  });
});

describe('a change of keys', () => {
  it('leaves what was signed before right, and refuses what the old key signs later', async () => {
    const { issuer } = await newKey(institute, '2026-12-31', files.issuer);
    expect(await verify(token, issuer)).toMatchObject({ result: 'right' });
    const late = await signCertificate(facts, words, files.key, { ...signing, date: '2027-01-02' });
    expect(await verify(late, issuer)).toMatchObject({ result: 'old-key', until: '2026-12-31' });
  });

  it('keeps the list of what is withdrawn', async () => {
    const withdrawn = revoke(files.issuer, id, '2026-12-01');
    const { issuer } = await newKey(institute, '2026-12-31', withdrawn);
    expect(await verify(token, issuer)).toMatchObject({ result: 'revoked', on: '2026-12-01' });
  });
});

describe('a withdrawal', () => {
  it('keeps its first day, and tells as of when the list is', () => {
    const twice = revoke(revoke(files.issuer, id, '2026-12-01'), id, '2026-12-05');
    expect(twice.revoked).toEqual({
      asOf: '2026-12-05',
      certificates: [{ id, on: '2026-12-01' }],
    });
  });
});

describe('the files of an institute', () => {
  it('come back as they were written', () => {
    expect(readIssuer(JSON.stringify(files.issuer))).toEqual(files.issuer);
    expect(readIssuerKey(JSON.stringify(files.key))).toEqual(files.key);
  });

  it('name a key by its thumbprint (RFC 7638, section 3.1)', async () => {
    // The example key of the standard.
    const n =
      '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw';
    expect(await thumbprint({ kty: 'RSA', n, e: 'AQAB' })).toBe(
      'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
    );
  });

  it.each([
    ['no JSON', '<html>', 'foreign'],
    ['another file', '{"format":"course-progress"}', 'foreign'],
  ])('are not %s', (_, text, reason) => {
    expect(() => readIssuer(text)).toThrow(expect.objectContaining({ reason }) as Error);
    expect(() => readIssuerKey(text)).toThrow(expect.objectContaining({ reason }) as Error);
  });

  it.each([
    [
      'keys.0.from',
      (issuer: { keys: { from: string }[] }) =>
        issuer.keys.fill({ ...issuer.keys[0], from: '1.1.2026' }),
    ],
    ['keys', (issuer: { keys: unknown[] }) => (issuer.keys = [])],
    ['revoked.asOf', (issuer: { revoked: { asOf?: string } }) => delete issuer.revoked.asOf],
    ['id', (issuer: { id: string }) => (issuer.id = 'institute')],
  ])('are refused by their field %s', (field, spoil) => {
    const issuer = structuredClone(files.issuer) as never;
    spoil(issuer);
    expect(() => readIssuer(JSON.stringify(issuer))).toThrow(
      expect.objectContaining({ reason: 'field', field }) as Error,
    );
  });

  it('are never published with a private key in them', () => {
    const [published] = files.issuer.keys;
    const spilt = { ...files.issuer, keys: [{ ...published, key: files.key.key }] };
    expect(() => readIssuer(JSON.stringify(spilt))).toThrow(
      expect.objectContaining({ reason: 'private', field: 'keys.0.key' }) as Error,
    );
  });
});

describe('a list to sign', () => {
  const course: SignedCourse = {
    id: 'alternatives',
    version: '1.0.0',
    masteryScore: 0.8,
    tracks: [
      { id: 'judge', title: 'Judge' },
      { id: 'police', title: 'Police officer' },
    ],
  };

  it('takes the rows of a platform’s table, in any order of columns', () => {
    const text =
      '\uFEFFscore;name;date;track\r\n85%;"Nakamura; Ayşe";2026-11-20;police officer\r\n\r\n';
    expect(readSigningList(text, course)).toEqual([
      { facts: { ...facts, name: 'Nakamura; Ayşe', track: 'police' } },
    ]);
  });

  it('says of each row that it cannot sign which cell is wrong', () => {
    const text = [
      'name,date,score,track',
      ',2026-11-20,85,judge',
      'A,20.11.2026,85,judge',
      'A,2026-11-20,8x,judge',
      'A,2026-11-20,79,judge',
      'A,2026-11-20,85,clerk',
    ].join('\n');
    expect(readSigningList(text, course)).toEqual([
      { line: 2, problem: 'name' },
      { line: 3, problem: 'date' },
      { line: 4, problem: 'score' },
      { line: 5, problem: 'failed' },
      { line: 6, problem: 'track' },
    ]);
  });

  it.each([
    ['name,score\nA,85', 'columns'],
    ['who,when\nA,B', 'foreign'],
    ['{"format":"course-progress"}', 'foreign'],
    ['{', 'foreign'],
  ])('refuses %j as a whole', (text, problem) => {
    expect(readSigningList(text, course)).toEqual([{ line: 1, problem }]);
  });

  const badge = (changed: Partial<CertifiedFacts> = {}) =>
    JSON.stringify(
      badgeFile({ ...facts, ...changed }, verificationCode(facts), words, {
        language: 'en',
        masteryScore: 0.8,
      }),
    );

  it('takes the badge file that a learner saved', () => {
    expect(readSigningList(badge(), course)).toEqual([{ facts }]);
  });

  it('refuses a badge file that was changed by hand, or is of another course', () => {
    expect(readSigningList(badge({ score: 95 }), course)).toEqual([{ line: 1, problem: 'slip' }]);
    expect(readSigningList(badge({ course: 'other' }), course)).toEqual([
      { line: 1, problem: 'other-course' },
    ]);
  });
});
