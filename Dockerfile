# The marketplace. Everything it keeps is in /data; put a TLS proxy in front.
#   docker build -t dodolan-marketplace .
#   docker run -d --name pasar -p 127.0.0.1:8787:8787 -v dodolan:/data -e BASE_URL=https://pasar.example -e TRUSTED_PROXIES=1 dodolan-marketplace
#   docker exec pasar node --import tsx marketplace/cli.ts invite "Desa Dagan" https://dagan.desa.id
FROM node:24-bookworm-slim

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without install scripts: the only one that matters fetches a second Node, and the image has its own.
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force
COPY tsconfig.json LICENSE ./
COPY marketplace marketplace
COPY components components
COPY public/icons public/icons

ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATA_DIR=/data
RUN install -d -o node -g node /data
VOLUME /data
USER node
EXPOSE 8787
# Says ok when this process answers and has its database. The first start of the embedded one takes seconds.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# One process, which hears SIGTERM itself and lets requests end.
CMD ["node", "--import", "tsx", "marketplace/cli.ts", "serve"]
