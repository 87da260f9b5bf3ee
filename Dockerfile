# One image for every role; the role is the first argument: api, ingest, monitor, notifier, or
# `cli <command>` (`cli migrate` runs the migrations).
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json nest-cli.json ./
COPY apps apps
COPY libs libs
COPY bench bench
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production ROLE_HOST=0.0.0.0 API_PORT=8080 OPS_PORT=9400
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
USER node
EXPOSE 8080 9400
# kafkajs asks for a timer of negative length once per client, which Node 24 warns of.
ENTRYPOINT ["/bin/sh", "-c", "exec node --enable-source-maps --disable-warning=TimeoutNegativeWarning \"dist/apps/$0/src/main.js\" \"$@\""]
CMD ["api"]
