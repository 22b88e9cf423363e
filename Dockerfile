# The server with its explorer: built in two stages, run by an ordinary user from a slim image.
FROM node:22-slim AS explorer
WORKDIR /src/viz/web
COPY viz/web/package.json viz/web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY viz/web ./
RUN npm run build

FROM python:3.12-slim AS wheel
RUN python -m venv /opt/cancu
WORKDIR /src
COPY pyproject.toml constraints.txt README.md ./
COPY graph graph
COPY loaders loaders
COPY api api
COPY viz viz
COPY --from=explorer /src/viz/static viz/static
RUN /opt/cancu/bin/pip install --no-cache-dir -c constraints.txt ".[ocr]"

FROM python:3.12-slim
LABEL org.opencontainers.image.title="cancu"
RUN apt-get update -qq \
    && apt-get install --yes --no-install-recommends tesseract-ocr-vie \
    && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home cancu \
    && install -d -o cancu -g cancu /data
COPY --from=wheel /opt/cancu /opt/cancu
ENV PATH=/opt/cancu/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    CANCU_HOST=0.0.0.0 \
    CANCU_PORT=8000 \
    CANCU_STORE=sqlite:/data/cancu.db \
    XDG_DATA_HOME=/data
USER cancu
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=5 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
ENTRYPOINT ["cancu"]
CMD ["serve"]
