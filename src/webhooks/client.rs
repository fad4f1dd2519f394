//! One request to another program: a connection to one of the addresses that were looked at, and of the answer the
//! status and no more than a little of the body. No proxy, no redirect, no connection kept.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::handshake;
use hyper::http::request::Builder;
use hyper::{Method, Request, header};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::Url;

/// Most of an answer's body that is read.
const MOST_BODY: usize = 64 * 1024;

/// Where a request got stuck.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Stuck {
    #[error("no connection")]
    NoConnection,
    #[error("no encrypted connection")]
    NoEncryption,
    #[error("no HTTP, or the connection broke off")]
    NoHttp,
    #[error("no answer in time")]
    NoAnswer,
}

/// What was answered.
#[derive(Debug, Clone)]
pub struct Answered {
    pub status: u16,
    /// Nothing of one that is too long, or broke off.
    pub body: Option<Bytes>,
}

/// Sends requests.
#[derive(Clone)]
pub struct Client {
    tls: TlsConnector,
    timeout: Duration,
}

impl Client {
    /// That waits so long for an answer.
    ///
    /// # Errors
    /// The encryption cannot be set up.
    pub fn new(timeout: Duration) -> anyhow::Result<Self> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .context("encryption cannot be set up")?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Self { tls: TlsConnector::from(Arc::new(config)), timeout })
    }

    /// Posts a body to one of the addresses of the URL; answers the status.
    ///
    /// # Errors
    /// No connection, no answer in time, or an answer that is no HTTP.
    pub async fn post(
        &self,
        url: &Url,
        addresses: &[SocketAddr],
        headers: &[(&'static str, String)],
        body: &str,
    ) -> anyhow::Result<u16> {
        Ok(self.send(url, addresses, request(url, headers, body)?).await?.status)
    }

    /// Sends a request to one of the addresses of the URL.
    ///
    /// # Errors
    /// As [`Client::post`].
    pub async fn send(
        &self,
        url: &Url,
        addresses: &[SocketAddr],
        request: Request<Full<Bytes>>,
    ) -> anyhow::Result<Answered> {
        timeout(self.timeout, self.ask(url, addresses, request)).await.context(Stuck::NoAnswer)?
    }

    async fn ask(
        &self,
        url: &Url,
        addresses: &[SocketAddr],
        request: Request<Full<Bytes>>,
    ) -> anyhow::Result<Answered> {
        let stream = TcpStream::connect(addresses).await.context(Stuck::NoConnection)?;
        if url.scheme() != "https" {
            return exchange(stream, request).await;
        }
        let host = url.host_str().context("there is no host in the address")?;
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        let name = ServerName::try_from(host).context("the host is no name for a certificate")?;
        let stream = self.tls.connect(name, stream).await.context(Stuck::NoEncryption)?;
        exchange(stream, request).await
    }
}

/// What every request begins with.
///
/// # Errors
/// The URL names no host.
pub fn begin(method: Method, url: &Url) -> anyhow::Result<Builder> {
    let host = url.host_str().context("there is no host in the address")?;
    let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    Ok(Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, host)
        .header(header::USER_AGENT, concat!("siku/", env!("CARGO_PKG_VERSION")))
        .header(header::CONNECTION, "close"))
}

fn request(url: &Url, headers: &[(&'static str, String)], body: &str) -> anyhow::Result<Request<Full<Bytes>>> {
    let mut request = begin(Method::POST, url)?.header(header::CONTENT_TYPE, "application/json");
    for (name, value) in headers {
        request = request.header(*name, value);
    }
    request.body(Full::new(Bytes::from(body.to_owned()))).context("the request cannot be written")
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    request: Request<Full<Bytes>>,
) -> anyhow::Result<Answered> {
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.context(Stuck::NoHttp)?;
    let talking = async {
        let answer = sender.send_request(request).await.context(Stuck::NoHttp)?;
        let status = answer.status().as_u16();
        // Read in any case, so that the other side can finish; a longer one is cut off, and no failure.
        let read = Limited::new(answer.into_body(), MOST_BODY).collect().await;
        anyhow::Ok(Answered { status, body: read.ok().map(|body| body.to_bytes()) })
    };
    tokio::pin!(talking);
    tokio::select! {
        answered = &mut talking => answered,
        ended = connection => {
            ended.context(Stuck::NoHttp)?;
            // The answer may be there although the connection is not any more.
            talking.await
        }
    }
}
