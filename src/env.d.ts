// So that the type checker and the linter know components; `astro check` knows their props.
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}

// Imports with a `*` take in every file that fits when a script is bundled (`src/bundling/glob-imports.ts`).
declare module '*/page/form.ts';
declare module '*/page/review.ts';
