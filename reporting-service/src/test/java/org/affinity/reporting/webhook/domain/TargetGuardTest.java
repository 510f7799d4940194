package org.affinity.reporting.webhook.domain;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TargetGuardTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("93.184.216.34");

    /** Literals resolve to themselves, a few names as written here, everything else to a public address. */
    private static List<InetAddress> resolve(String host) {
        return switch (host) {
            case "nowhere.example" -> List.of();
            case "localhost", "inside.example" -> List.of(InetAddress.ofLiteral("127.0.0.1"));
            case "mixed.example" -> List.of(PUBLIC, InetAddress.ofLiteral("10.0.0.5"));
            default -> host.matches("[0-9.]+|.*:.*") ? List.of(InetAddress.ofLiteral(host)) : List.of(PUBLIC);
        };
    }

    private final TargetGuard guard = new TargetGuard(TargetGuardTest::resolve, new PublicAddresses(), Set.of(8443));

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com, hooks.example.com, 443, /",
        "https://hooks.example.com/a?b=c, hooks.example.com, 443, /a?b=c",
        "HTTPS://Hooks.Example.com:443/x, Hooks.Example.com, 443, /x",
        "https://hooks.example.com:8443/, hooks.example.com, 8443, /",
        "https://93.184.216.34/, 93.184.216.34, 443, /",
        "https://[2606:2800:220:1:248:1893:25c8:1946]/, 2606:2800:220:1:248:1893:25c8:1946, 443, /",
        "https://xn--bcher-kva.example/, xn--bcher-kva.example, 443, /",
    })
    void shouldAccept(String text, String host, int port, String path) {
        // When
        var target = guard.check(text);

        // Then
        assertThat(target.url()).isEqualTo(new WebhookUrl(host, port, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // scheme
                "http://hooks.example.com/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://example.com/",
                "jar:https://example.com/!/",
                "javascript:alert(1)",
                "//hooks.example.com/",
                "hooks.example.com",
                "",
                "dict://example.com:11211/",
                "ldap://example.com/",
                "data:text/plain,hi",
                // shape
                "https://",
                "https:///path",
                "https:hooks.example.com",
                "https://user@example.com/",
                "https://user:pass@example.com/",
                "https://example.com@127.0.0.1/",
                "https://example.com/#fragment",
                "https://example.com:80/",
                "https://example.com:22/",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://example.com:abc/",
                "https://exa mple.com/",
                "https://example.com\\@127.0.0.1/",
                "https://example.com%2f@127.0.0.1/",
                "https://exam_ple.com/",
                "https://example.com./",
                "https://-example.com/",
                "https://\u24d4xample.com/",
                "https://\u2460\u2461\u2466.0.0.1/",
                "https://127\u30020\u30020\u30021/",
                "https://%6c%6f%63%61%6c/",
                // other spellings of addresses
                "https://127.1/",
                "https://127.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.0.0.01/",
                "https://00.0.0.0/",
                "https://0/",
                "https://1.2.3.4.5/",
                "https://256.256.256.256/",
                "https://127.0.0.1./",
                "https://192.168.010.1/",
                // IPv4 that is not public
                "https://0.0.0.0/",
                "https://0.1.2.3/",
                "https://10.0.0.1/",
                "https://10.255.255.255/",
                "https://100.64.0.1/",
                "https://100.100.100.200/",
                "https://100.127.255.255/",
                "https://127.0.0.1/",
                "https://127.255.255.254/",
                "https://168.63.129.16/",
                "https://169.254.169.254/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.0.0.1/",
                "https://192.0.0.192/",
                "https://192.0.2.1/",
                "https://192.31.196.1/",
                "https://192.52.193.1/",
                "https://192.88.99.1/",
                "https://192.168.0.1/",
                "https://192.175.48.1/",
                "https://198.18.0.1/",
                "https://198.19.255.255/",
                "https://198.51.100.7/",
                "https://203.0.113.9/",
                "https://224.0.0.1/",
                "https://239.255.255.255/",
                "https://240.0.0.1/",
                "https://255.255.255.255/",
                // IPv6 that is not public
                "https://[::]/",
                "https://[::1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:169.254.169.254]/",
                "https://[::127.0.0.1]/",
                "https://[::ffff:0:127.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[64:ff9b:1::1]/",
                "https://[100::1]/",
                "https://[2001::1]/",
                "https://[2001:0:7f00:1::1]/",
                "https://[2001:2::1]/",
                "https://[2001:10::1]/",
                "https://[2001:20::1]/",
                "https://[2001:db8::1]/",
                "https://[2002:7f00:1::1]/",
                "https://[2002:a9fe:a9fe::1]/",
                "https://[2620:4f:8000::1]/",
                "https://[3ffe::1]/",
                "https://[3fff::1]/",
                "https://[4000::1]/",
                "https://[5f00::1]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fec0::1]/",
                "https://[ff02::1]/",
                // names
                "https://localhost/",
                "https://inside.example/",
                "https://mixed.example/",
                "https://nowhere.example/",
            })
    void shouldRefuse(String text) {
        // When
        var refused = assertThatThrownBy(() -> guard.check(text));

        // Then
        refused.isInstanceOf(RefusedTarget.class).message().startsWith("it");
    }

    @Test
    void shouldRefuseAnEndlessUrl() {
        // When
        var refused = assertThatThrownBy(() -> guard.check("https://example.com/" + "a".repeat(2000)));

        // Then
        refused.isInstanceOf(RefusedTarget.class);
    }

    @Test
    void shouldLookANameUpOnceAndConnectToThatAddress() {
        // Given: a name that is public at the first look and inside at the second
        List<String> asked = new ArrayList<>();
        var answers = new ArrayList<>(List.of(PUBLIC, InetAddress.ofLiteral("127.0.0.1")));
        var rebinding = new TargetGuard(
                host -> {
                    asked.add(host);
                    return List.of(answers.removeFirst());
                },
                new PublicAddresses(),
                Set.of());

        // When
        var target = rebinding.check("https://rebind.example/");

        // Then
        assertThat(target.address()).isEqualTo(PUBLIC);
        assertThat(asked).containsExactly("rebind.example");
        assertThatThrownBy(() -> rebinding.check("https://rebind.example/")).isInstanceOf(RefusedTarget.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
                "128.0.0.1", "168.63.129.17", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.1",
                "192.167.255.255", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2000::1", "2001:200::1",
                "2001:4860:4860::8888", "2a00:1450:4007::1", "3ffd:ffff::1",
            })
    void shouldAllowTheNeighboursOfWhatIsDenied(String address) {
        // When
        var allowed = new PublicAddresses().allows(InetAddress.ofLiteral(address));

        // Then
        assertThat(allowed).isTrue();
    }

    @Test
    void shouldTakeTheAddressOfANetworkApartBitByBit() {
        // Given
        var range = CidrRange.of("172.16.0.0/12");

        // When
        var inside = Stream.of("172.16.0.0", "172.31.255.255")
                .allMatch(text -> range.contains(InetAddress.ofLiteral(text).getAddress()));

        // Then
        assertThat(inside).isTrue();
        assertThat(range.contains(InetAddress.ofLiteral("172.32.0.0").getAddress()))
                .isFalse();
    }
}
