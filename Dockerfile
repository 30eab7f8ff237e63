# Dropwise: console and miner in one container. Build: docker build -t dropwise .

# What is needed to run, and nothing else. Only manifests are copied first, so that a change of code installs nothing again.
FROM node:24-bookworm-slim AS install
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps/cli/package.json apps/cli/
COPY apps/console/package.json apps/console/
COPY apps/miner/package.json apps/miner/
COPY apps/sim/package.json apps/sim/
COPY packages/contract/package.json packages/contract/
COPY packages/core/package.json packages/core/
COPY packages/hls/package.json packages/hls/
COPY packages/kit/package.json packages/kit/
COPY packages/notify/package.json packages/notify/
COPY packages/runtime/package.json packages/runtime/
COPY packages/store/package.json packages/store/
COPY packages/twitch/package.json packages/twitch/
COPY packages/twitch-sim/package.json packages/twitch-sim/
RUN npm ci --omit=dev --workspace apps/cli --ignore-scripts
# A type checker comes along as somebody's peer; nothing here runs it.
RUN rm -rf node_modules/typescript node_modules/@typescript
COPY apps apps
COPY packages packages

FROM node:24-bookworm-slim
# Compiled code is kept beside the data: the second start of a container costs neither the time nor the memory of the first.
ENV NODE_ENV=production DROPWISE_DATA_DIR=/data DROPWISE_HOST=0.0.0.0 XDG_CACHE_HOME=/data/.cache
WORKDIR /app
COPY --from=install /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
# Idle is healthy, blind is not; see docs/operating/docker.md.
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s --retries=3 CMD ["node", "apps/cli/bin/dropwise.js", "health"]
STOPSIGNAL SIGTERM
CMD ["node", "apps/cli/bin/dropwise.js", "start"]
