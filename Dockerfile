# One image for the three services and the migration; the command chooses.
FROM node:24-bookworm-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY libs/shared/contracts/package.json libs/shared/contracts/
COPY libs/shared/server/package.json libs/shared/server/
COPY libs/shared/testing/package.json libs/shared/testing/
COPY services/gateway/package.json services/gateway/
COPY services/researcher/package.json services/researcher/
COPY services/writer/package.json services/writer/
COPY web/package.json web/

FROM manifests AS build
ENV CI=true NX_DAEMON=false
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
RUN npx nx run-many -t build --exclude=@coverwright/testing
# What the product reads at run time besides its dependencies, in one folder, so that the image gets it in one layer.
RUN mkdir /product && cp --recursive --parents -t /product \
    libs/shared/contracts/dist libs/shared/server/dist \
    services/gateway/dist services/researcher/dist services/writer/dist services/researcher/prompts services/writer/prompts \
    web/dist sql content/resume/sample_resume.md tools/containers/check-worker.mjs LICENSE

FROM manifests AS dependencies
RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production DATA_DIR=/data CONTENT_DIR=/content
WORKDIR /app
COPY --from=dependencies /app ./
COPY --from=build /product ./
# A new named volume takes over the owner of the folder it is mounted on.
RUN install --directory --owner=node --group=node /data /content
USER node
EXPOSE 3000
CMD ["node", "services/gateway/dist/main.js"]
