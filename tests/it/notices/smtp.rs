//! A stand-in for a mail server: speaks as much SMTP as a sender needs and keeps what it is given.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What was received: recipient and message.
pub type Received = Arc<Mutex<Vec<(String, String)>>>;

/// A listening server.
pub struct MailServer {
    pub url: String,
    pub received: Received,
}

impl MailServer {
    /// Takes mails for everybody but those whose address begins with one of these: code and beginning.
    pub async fn start(refused: &'static [(u16, &'static str)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let received = Received::default();
        let kept = Arc::clone(&received);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, Arc::clone(&kept), refused));
            }
        });
        Self { url, received }
    }

    pub fn mails(&self) -> Vec<(String, String)> {
        self.received.lock().unwrap().clone()
    }
}

async fn serve(stream: TcpStream, received: Received, refused: &[(u16, &str)]) -> Option<()> {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    writer.write_all(b"220 stand-in\r\n").await.ok()?;
    let mut recipient = String::new();
    while let Some(line) = lines.next_line().await.ok()? {
        let command = line.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let answer = match command.as_str() {
            "EHLO" => "250-stand-in\r\n250-8BITMIME\r\n250 SMTPUTF8".to_owned(),
            "RCPT" => {
                recipient = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                match refused.iter().find(|(_, beginning)| recipient.starts_with(beginning)) {
                    Some((code, _)) => format!("{code} no"),
                    None => "250 ok".to_owned(),
                }
            }
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await.ok()?;
                let mut message = String::new();
                loop {
                    let line = lines.next_line().await.ok()??;
                    if line == "." {
                        break;
                    }
                    message.push_str(line.strip_prefix('.').unwrap_or(&line));
                    message.push('\n');
                }
                received.lock().unwrap().push((recipient.clone(), message));
                "250 taken".to_owned()
            }
            "QUIT" => "221 bye".to_owned(),
            _ => "250 ok".to_owned(),
        };
        writer.write_all(format!("{answer}\r\n").as_bytes()).await.ok()?;
        if command == "QUIT" {
            return None;
        }
    }
    None
}
