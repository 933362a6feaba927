import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { localDay } from '../../course/day.ts';
import { type Issuer, readIssuer, UnusableFileError } from '../signed/issuer.ts';
import { newKey, revoke } from './issuer-files.ts';

/*
 * Makes the key with which an institute signs certificates, and withdraws what it signed. Runs offline; of the two
 * files `issuer.json` is to be published and `issuer-key.json` is to be kept. Adds to an `issuer.json` that is there.
 */
const published = 'issuer.json';
const kept = 'issuer-key.json';
const usage = `Make a key:           npm run issuer-key -- --name "Name of the institute" --address https://its.address
Withdraw a certificate: npm run issuer-key -- --revoke urn:uuid:...`;

class Refused extends Error {}

const today = () => localDay(new Date());
const write = (name: string, value: object, mode = 0o644) =>
  writeFileSync(name, `${JSON.stringify(value, null, 2)}\n`, { mode });

function publishedBefore(): Issuer | undefined {
  if (!existsSync(published)) return undefined;
  try {
    return readIssuer(readFileSync(published, 'utf8'));
  } catch (error) {
    if (!(error instanceof UnusableFileError)) throw error;
    const place = error.field && `, field ${error.field}`;
    throw new Refused(
      `${published}${place}: this is not a file that this command wrote. Move it elsewhere, or put back the copy that you published.`,
    );
  }
}

function options() {
  try {
    return parseArgs({
      options: {
        name: { type: 'string' },
        address: { type: 'string' },
        revoke: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new Refused(`${(error as Error).message.split('\n')[0] ?? ''}\n${usage}`);
  }
}

async function run() {
  const { name, address, revoke: certificate } = options();
  const before = publishedBefore();
  if (certificate !== undefined) {
    if (before === undefined)
      throw new Refused(`${published} is not in this folder. Run the command where it is.`);
    if (!/^urn:uuid:[\da-f-]{36}$/.test(certificate))
      throw new Refused(
        `--revoke ${certificate}: write the id of the certificate, urn:uuid: and 36 characters. The verifying page shows it.`,
      );
    write(published, revoke(before, certificate, today()));
    return `${published}: ${certificate} is withdrawn as of ${today()}. Publish the file again.`;
  }
  const institute = { id: address ?? before?.id, name: name ?? before?.name };
  if (institute.id === undefined || institute.name === undefined) throw new Refused(usage);
  if (!URL.canParse(institute.id))
    throw new Refused(
      `--address ${institute.id}: write the whole address, with https:// before it.`,
    );
  if (existsSync(kept))
    throw new Refused(
      `${kept} is there already and is not written over. To change to a new key, move the old file to a safe place first.`,
    );
  const files = await newKey({ id: institute.id, name: institute.name }, today(), before);
  write(kept, files.key, 0o600);
  write(published, files.issuer);
  return [
    `${kept}: keep it offline and show it to nobody. Whoever has it can sign in your name.`,
    `${published}: publish it, and build the site with ISSUER=${published} so that its pages can verify.`,
  ].join('\n');
}

try {
  console.log(await run());
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
