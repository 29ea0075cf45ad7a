# The portal's image: api, worker, migrate and trail-key are the same files with another command (docker-compose.yml).
FROM node:24-slim AS build
WORKDIR /woonbrug
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npx nest build && npx vite build apps/web && npm prune --omit=dev --omit=optional --ignore-scripts

FROM node:24-slim
# Prints the papers.
RUN apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core && rm -rf /var/lib/apt/lists/*
WORKDIR /woonbrug
ENV NODE_ENV=production CHROMIUM=/usr/bin/chromium
COPY --from=build /woonbrug/package.json ./
COPY --from=build /woonbrug/node_modules node_modules
COPY --from=build /woonbrug/dist dist
COPY --from=build /woonbrug/deploy/reference deploy/reference
COPY --from=build /woonbrug/deploy/demo deploy/demo
RUN install -d -o node -g node /trail
USER node
CMD ["node", "dist/apps/api/src/main.js"]
