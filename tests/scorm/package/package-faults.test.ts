import { describe, expect, test } from 'vitest';
import { problemLine } from '../../../scorm/package/package-problem.ts';
import { packageProblems } from '../../../scorm/package/package-rules.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const faults = (files: Record<string, string>, published: string[] = []) =>
  packageProblems(
    new Map(Object.entries(files).map(([path, text]) => [path, bytes(text)])),
    published,
  ).map(problemLine);
const page = (html: string) => faults({ 'en/a.html': `<!doctype html><title>A</title>${html}` });

test('a sound package has no faults', () => {
  expect(
    faults({
      'en/a.html':
        '<link rel="stylesheet" href="../s.css"><a href="#x" data-term="x">x</a><script type="application/json">{}</script>',
      's.css': 'a { background: url(p.png) }',
      'p.png': '',
    }),
  ).toEqual([]);
});

describe('P33: URLs at the root of the host', () => {
  test.for([
    ['<img src="/a.png">', 'img src'],
    ['<img srcset="a.png 1x, /b.png 2x">', 'img srcset'],
    ['<video poster="/a.png"></video>', 'video poster'],
    ['<x-y data-index="/assets/search.js"></x-y>', 'x-y data-index'],
    ['<template><a href="/en/b.html">b</a></template>', 'a href'],
    ['<a href="../../up.html">up</a>', 'a href'],
  ] as const)('%s is found', ([html, place]) => {
    expect(page(html).join('\n')).toContain(`en/a.html · ${place}: `);
    expect(page(html).join('\n')).toContain('Write it relative to the page (P33).');
  });

  test('they are found in style sheets', () => {
    expect(faults({ 's.css': 'a { background: url("/p.png") }' })).toEqual([
      's.css · url(): "/p.png" starts at the root of the host or leads out of the package. Write it relative to the page (P33).',
    ]);
  });
});

test('P28: a file that is used but missing is named', () => {
  expect(page('<script src="../gone.js"></script>')).toEqual([
    'en/a.html · script src: "../gone.js" leads to a file that is not in the package. Add gone.js, or remove the reference (P28).',
  ]);
});

test('a link to a folder is a fault, because an LMS serves no index', () => {
  expect(page('<a href="cases/">Cases</a>').join()).toContain('Name the page, not its folder.');
});

describe("P36: what `default-src 'self'` blocks", () => {
  test.for([
    ['<script>run()</script>', 'script: The page contains an inline script.'],
    ['<script type="module">run()</script>', 'script: The page contains an inline script.'],
    ['<style>a{}</style>', 'style: The page contains an inline style sheet.'],
    ['<p style="color:red">a</p>', 'p: The attribute "style" holds style.'],
    ['<button onclick="run()">a</button>', 'button: The attribute "onclick" holds script.'],
    ['<img src="data:image/png;base64,AA">', 'is not a file of the package.'],
    ['<script src="https://cdn.example.org/a.js"></script>', 'is not a file of the package.'],
    ['<link rel="preconnect" href="https://cdn.example.org">', 'is not a file of the package.'],
    ['<a href="javascript:run()">a</a>', 'has the scheme "javascript".'],
  ] as const)('%s is found', ([html, found]) => {
    expect(page(html).join('\n')).toContain(found);
  });

  test('a style sheet in a drawing is found', () => {
    expect(
      faults({ 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"><style>a{}</style></svg>' }),
    ).toHaveLength(1);
  });
});

test('P38: finds a link to another host that would replace the course, or that hides its address', () => {
  expect(page('<p><a href="https://example.org/rules">rules</a></p>')).toEqual([
    'en/a.html · a href: "https://example.org/rules" would replace the course. Give it target="_blank" rel="noopener noreferrer" (P38).',
    'en/a.html · a href: "https://example.org/rules" does not show its address. Show the address as text beside the link (P38).',
  ]);
});

test.for(['unload', 'beforeunload'])('P10: a script with "%s" is found', (word) => {
  expect(faults({ 'a.js': `addEventListener('${word}', f)` })).toEqual([
    `a.js · script: It contains "${word}". Save after each action, and end the session on pagehide (P10).`,
  ]);
});

test('P31, P32, P35: finds names that fail to unpack or are not served everywhere', () => {
  const long = `${'a'.repeat(80)}.html`;
  expect(faults({ 'A.html': '', 'a b.txt': '', '_x/a.js': '', 'd.json': '', [long]: '' })).toEqual([
    'A.html · name: Some systems cannot unpack a file with this name. Use only a-z, 0-9, dot, hyphen and underscore, and start each part with a letter or digit (P31).',
    'a b.txt · name: Some systems cannot unpack a file with this name. Use only a-z, 0-9, dot, hyphen and underscore, and start each part with a letter or digit (P31).',
    '_x/a.js · name: Some systems cannot unpack a file with this name. Use only a-z, 0-9, dot, hyphen and underscore, and start each part with a letter or digit (P31).',
    'd.json · name: Some servers refuse files with the extension "json". Use another file format (P35).',
    `${long} · name: The path has 85 characters. Shorten it to 80 (P32).`,
  ]);
});

test('P31: the published names of schemas stay unchanged', () => {
  expect(faults({ 'XMLSchema.dtd': '' }, ['XMLSchema.dtd'])).toEqual([]);
});
