//! Somebody else's program on a free port of this machine: answers as it is told and remembers what it was sent.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A request that came.
#[derive(Debug, Clone)]
pub struct Received {
    pub path: String,
    pub headers: BTreeMap<String, String>,
    pub body: String,
}

/// The program; it ends with the test.
pub struct StandIn {
    pub url: String,
    pub received: Arc<Mutex<Vec<Received>>>,
    answers: Arc<Mutex<Vec<String>>>,
    serving: JoinHandle<()>,
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl StandIn {
    /// Answers the first requests with these (status line and headers), the others with 204.
    pub async fn answering(answers: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook?from=siku", listener.local_addr().unwrap());
        let received = Arc::new(Mutex::new(Vec::new()));
        let answers = Arc::new(Mutex::new(answers.iter().rev().map(|answer| (*answer).to_owned()).collect::<Vec<_>>()));
        let (kept, told) = (Arc::clone(&received), Arc::clone(&answers));
        let serving = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let answer = told.lock().unwrap().pop().unwrap_or_else(|| "204 No Content".to_owned());
                let one = serve(stream, &answer).await;
                kept.lock().unwrap().push(one);
            }
        });
        Self { url, received, answers, serving }
    }

    /// What came so far.
    pub fn all(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// Answers that nobody has asked for yet.
    pub fn left(&self) -> usize {
        self.answers.lock().unwrap().len()
    }
}

async fn serve(mut stream: TcpStream, answer: &str) -> Received {
    let mut bytes = Vec::new();
    let (mut head_end, mut length) = (None, 0);
    while head_end.is_none_or(|end: usize| bytes.len() < end + length) {
        let mut portion = [0; 4_096];
        let read = stream.read(&mut portion).await.unwrap();
        assert!(read > 0, "the request ends in the middle");
        bytes.extend_from_slice(&portion[..read]);
        if head_end.is_none() {
            head_end = bytes.windows(4).position(|four| four == b"\r\n\r\n").map(|place| place + 4);
            let head = String::from_utf8_lossy(&bytes).to_lowercase();
            length =
                head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok()).unwrap_or(0);
        }
    }
    let text = String::from_utf8(bytes).unwrap();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let mut lines = head.lines();
    let path = lines.next().unwrap().split(' ').nth(1).unwrap().to_owned();
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
    let answer = format!("HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    stream.write_all(answer.as_bytes()).await.unwrap();
    Received { path, headers, body: body.to_owned() }
}
