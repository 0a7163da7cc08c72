declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  type Options = {
    domNode: Element;
    spec: object;
    deepLinking: boolean;
    docExpansion: 'list' | 'full' | 'none';
    defaultModelsExpandDepth: number;
    displayRequestDuration: boolean;
    tryItOutEnabled: boolean;
    validatorUrl: null;
  };
  const SwaggerUI: (options: Options) => void;
  export default SwaggerUI;
}

declare module '*.css';
