import { writeFileSync } from 'node:fs';
import { interfaceSchema } from '../../course/interface.ts';
import { ContentReader } from '../content-reader.ts';
import { reportDiagnostics } from '../diagnostics/report-diagnostics.ts';
import { contentRoot, filesOf, languagesOf } from '../load.ts';
import { messageKeysModule } from '../message-keys-module.ts';

// `npm run messages` generates the message keys of the interface as types, so that code can use only existing
// messages and the content check finds missing ones. Run it after adding, deleting or renaming a message.
const root = contentRoot();
const [language = 'en'] = languagesOf(root);
const reader = new ContentReader(filesOf(root));
const words = reader.yaml(`${language}/interface.yaml`, interfaceSchema);
if (words === undefined)
  reportDiagnostics(
    reader.diagnostics.map((one) => reader.located(one)),
    root,
  );
else writeFileSync('src/course/message-keys.ts', messageKeysModule(words));
