# Siku in a container: `docker compose up` (see docker-compose.yml), or
#   docker build -t siku . && docker run -p 127.0.0.1:8080:8080 -v siku:/var/lib/siku siku

FROM rust:1.95-slim-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends python3 python3-pip \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /siku
# The models change more rarely than the code: a layer of their own.
COPY models.sh ./
RUN ./models.sh models
COPY . .
RUN cargo build --release --locked
# Opening an empty index unpacks the models once, so that a container starts at once and can be read-only.
RUN SIKU_DATABASE__URL="sqlite://check/empty.db?mode=rwc" SIKU_INDEX__DIR=check/index target/release/siku index check

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /var/lib/siku --shell /usr/sbin/nologin siku \
 && install -d -o siku -g siku /var/lib/siku
COPY --from=build /siku/target/release/siku /usr/local/bin/siku
COPY --from=build /siku/models /usr/share/siku/models
COPY --from=build /siku/config /etc/siku
COPY --from=build /siku/LICENSE /usr/share/doc/siku/LICENSE
ENV SIKU_CONFIG=/etc/siku/production.toml \
    SIKU_DATABASE__URL="sqlite:///var/lib/siku/siku.db?mode=rwc" \
    SIKU_INDEX__DIR=/var/lib/siku/index \
    SIKU_MODELS__DIR=/usr/share/siku/models
USER siku
WORKDIR /var/lib/siku
VOLUME /var/lib/siku
EXPOSE 8080
# bash speaks HTTP well enough for this; the image needs no curl.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r answer <&3 && [[ $answer == *' 200 '* ]]"]
ENTRYPOINT ["siku"]
CMD ["serve"]
