// Stands in for zod's writer of JSON Schema in the browser (see vite.config.ts). The page only reads with its schemas.
const unused = () => undefined;

export { unused as createStandardJSONSchemaMethod, unused as createToJSONSchemaMethod };
