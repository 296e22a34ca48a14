FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY src src
COPY question-templates question-templates
RUN npm run build && npm prune --omit=dev

FROM node:22-slim
ENV NODE_ENV=production ASKWHY_DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/question-templates question-templates
COPY --from=build /app/package.json ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Signals reach the bot itself, which finishes what it holds: no shell and no npm in between.
# Without tokens it says what is missing: a playground would open where nobody can reach it.
CMD ["node", "dist/cli.js", "start", "--bot"]
