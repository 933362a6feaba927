import { describe, expect, test } from 'vitest';
import { bundleWithLibraries } from '../../src/bundling/bundle.ts';
import { pageScripts } from '../../src/publish/bundles.ts';

const librariesOf = async (name: string) => {
  const { libraries } = await bundleWithLibraries(pageScripts().get(name) ?? '');
  return libraries.map((library) => library.name);
};

describe('libraries of others in a script', () => {
  test('are those of which something stands in it, with version and licence', async () => {
    const { libraries } = await bundleWithLibraries(pageScripts().get('search') ?? '');
    expect(libraries).toEqual([
      { name: 'lunr', version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string, license: 'MIT' },
    ]);
  });

  test('are none where a script is wholly of this project', async () => {
    expect(await librariesOf('page')).toEqual([]);
  });
});
