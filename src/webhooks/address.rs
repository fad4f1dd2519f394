//! Which addresses may be called: the service must not be led into the network it stands in. What a name means is looked
//! up once, and the very address that was looked at is the one that is called.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use crate::config::Webhooks;
use url::{Host, Url};

/// Why an address is not called.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("is no address: {0}")]
    Unreadable(String),
    #[error("must begin with https://")]
    Insecure,
    #[error("must not have a user or password in it")]
    Credentials,
    #[error("leads to {0}, which is no address of the public internet")]
    Private(IpAddr),
    #[error("the name {0} is not known")]
    UnknownName(String),
}

/// An address that may be called as far as can be told without looking up its name.
///
/// # Errors
/// See [`Refused`].
pub fn checked(written: &str, settings: &Webhooks) -> Result<Url, Refused> {
    let url = Url::parse(written).map_err(|error| Refused::Unreadable(error.to_string()))?;
    if url.scheme() != "https" && !(url.scheme() == "http" && settings.allow_http) {
        return Err(Refused::Insecure);
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(Refused::Credentials);
    }
    let literal = match url.host() {
        Some(Host::Ipv4(ip)) => Some(IpAddr::V4(ip)),
        Some(Host::Ipv6(ip)) => Some(IpAddr::V6(ip)),
        Some(Host::Domain(_)) => None,
        None => return Err(Refused::Unreadable("there is no host in it".to_owned())),
    };
    match literal.filter(|ip| !settings.allow_private && !is_public(*ip)) {
        Some(ip) => Err(Refused::Private(ip)),
        None => Ok(url),
    }
}

/// Where a URL leads; refused when any of the addresses of its name is not public.
///
/// # Errors
/// See [`Refused`].
pub async fn resolve(url: &Url, settings: &Webhooks) -> Result<Vec<SocketAddr>, Refused> {
    let host = url.host_str().unwrap_or_default().trim_start_matches('[').trim_end_matches(']').to_owned();
    let port = url.port_or_known_default().unwrap_or(443);
    let found = tokio::net::lookup_host((host.as_str(), port)).await;
    let addresses: Vec<SocketAddr> = found.map_err(|_| Refused::UnknownName(host.clone()))?.collect();
    if addresses.is_empty() {
        return Err(Refused::UnknownName(host));
    }
    match addresses.iter().find(|address| !settings.allow_private && !is_public(address.ip())) {
        Some(address) => Err(Refused::Private(address.ip())),
        None => Ok(addresses),
    }
}

/// Whether an address is one of the public internet (IANA's registries of special-purpose addresses).
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = match (a, b, c) {
        // This network, private, loopback, link-local with the metadata of clouds, shared by carriers.
        (0 | 10 | 127, _, _) | (172, 16..=31, _) | (192, 168, _) | (169, 254, _) | (100, 64..=127, _) => true,
        // Protocols, documentation, relays, benchmarks.
        (192, 0, 0 | 2) | (192, 88, 99) | (198, 18 | 19, _) | (198, 51, 100) | (203, 0, 113) => true,
        // Multicast, reserved, broadcast.
        (224.., _, _) => true,
        _ => false,
    };
    !special
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    if let Some(inner) = ip.to_ipv4_mapped() {
        return is_public_v4(inner);
    }
    let [a, b, c, d, e, f, g, h] = ip.segments();
    let inner = |high: u16, low: u16| {
        let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
        is_public_v4(Ipv4Addr::new(a, b, c, d))
    };
    match (a, b) {
        // Addresses of IPv4 in others' clothes.
        (0x64, 0xff9b) if [c, d, e, f] == [0; 4] => inner(g, h),
        (0x2002, _) => inner(b, c),
        // Protocols with Teredo, documentation.
        (0x2001, 0..=0x1ff) | (0x2001, 0x0db8) | (0x3fff, 0..=0x0fff) => false,
        // Only this part is given out; the rest is local, multicast or not in use.
        (0x2000..=0x3fff, _) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(allow_http: bool, allow_private: bool) -> Webhooks {
        Webhooks { allow_http, allow_private, ..crate::config::Settings::defaults().unwrap().webhooks }
    }

    #[test]
    fn only_addresses_of_the_public_internet_are_public() {
        let private = "0.0.0.0 10.1.2.3 100.64.0.1 100.100.100.200 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 \
            172.31.255.255 192.0.0.8 192.0.2.1 192.168.1.1 198.18.0.1 198.51.100.7 203.0.113.9 224.0.0.1 \
            255.255.255.255 :: ::1 fe80::1 fec0::1 fc00::1 fd00:ec2::254 ff02::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 \
            ::127.0.0.1 64:ff9b::7f00:1 64:ff9b:1::1 2002:7f00:1:: 2002:a9fe:a9fe:: 2001::1 2001:db8::1";
        for text in private.split_whitespace() {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
        for text in ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::101:101", "::ffff:8.8.8.8"] {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn an_address_must_be_secure_public_and_without_a_password() {
        let refused = |written: &str| checked(written, &settings(false, false)).unwrap_err();
        assert_eq!(refused("http://example.org/"), Refused::Insecure);
        assert_eq!(refused("file:///etc/passwd"), Refused::Insecure);
        assert_eq!(refused("https://a:b@example.org/"), Refused::Credentials);
        assert!(matches!(refused("example.org"), Refused::Unreadable(_)));
        // However it is written.
        for host in ["127.0.0.1", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "169.254.169.254"] {
            assert!(matches!(refused(&format!("https://{host}/hook")), Refused::Private(_)), "{host}");
        }
        assert!(checked("https://example.org/hook?a=b", &settings(false, false)).is_ok());
        assert!(checked("http://127.0.0.1:9/", &settings(true, true)).is_ok());
    }

    #[tokio::test]
    async fn a_name_that_leads_into_the_own_network_is_refused() {
        let url = Url::parse("https://localhost/hook").unwrap();
        assert!(matches!(resolve(&url, &settings(false, false)).await, Err(Refused::Private(_))));
        assert!(resolve(&url, &settings(false, true)).await.is_ok());
    }
}
