package org.affinity.reporting.post.domain;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PostUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.instagram.com/p/ABC/, https://instagram.com/p/ABC",
        "HTTPS://WWW.TikTok.com/@Lea/video/1#top, https://tiktok.com/@Lea/video/1",
        "http://blog.example, http://blog.example/",
        "https://instagram.com/p/ABC?igsh=Zm9v&utm_source=x, https://instagram.com/p/ABC",
        "https://www.facebook.com/a/?fbclid=1&id=2, https://facebook.com/a?id=2",
        "https://youtu.be/abc?si=xyz&t=3, https://youtu.be/abc?t=3",
        "https://youtube.com/watch?v=1&site=2&si, https://youtube.com/watch?v=1&site=2",
        "https://www.example/a, https://www.example/a",
        "https://blog.example:8443/a?b=C, https://blog.example:8443/a?b=C",
        "https://blog.example:443/a, https://blog.example/a",
        "http://blog.example:80/a, http://blog.example/a",
        "http://blog.example:443/a, http://blog.example:443/a",
    })
    void shouldNormalise(String text, String normal) {
        // When
        var url = PostUrl.parse(text);

        // Then
        assertThat(url).map(PostUrl::value).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "instagram.com/p/1",
                "ftp://example.com/a",
                "javascript:alert(1)",
                "https:///p/1",
                "https://user:secret@example.com/",
                "https://exa mple.com/",
                "https:example.com",
            })
    void shouldRefuse(String text) {
        // When
        var url = PostUrl.parse(text);

        // Then
        assertThat(url).isEmpty();
    }
}
