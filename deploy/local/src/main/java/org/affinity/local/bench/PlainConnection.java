package org.affinity.local.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open, for one thread. It does nothing that a measurement does not need: what is
 * measured shares the processors with it.
 */
final class PlainConnection implements AutoCloseable {

    private static final int FIRST_SIZE = 1 << 16;
    private static final int TIMEOUT_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream input;
    private final OutputStream output;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int start;
    private int end;
    private String head = "";
    private int bodyLength;

    PlainConnection(URI address) throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        input = socket.getInputStream();
        output = socket.getOutputStream();
    }

    /** A request as it goes over the wire; {@code etag} and {@code body} may be null. */
    static byte[] request(URI address, String method, String path, String token, String etag, String body) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + address.getAuthority());
        if (token != null) {
            text.append("\r\nAuthorization: Bearer ").append(token);
        }
        if (etag != null) {
            text.append("\r\nIf-Match: ").append(etag);
        }
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            text.append("\r\nContent-Type: application/json\r\nContent-Length: ")
                    .append(content.length);
        }
        byte[] first = text.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(first, first.length + content.length);
        System.arraycopy(content, 0, all, first.length, content.length);
        return all;
    }

    /** Sends a request and reads the whole answer; its status. */
    int exchange(byte[] request) throws IOException {
        output.write(request);
        start = 0;
        end = 0;
        int headEnd = headEnd();
        head = new String(buffer, 0, headEnd, StandardCharsets.ISO_8859_1);
        start = headEnd;
        String length = header("content-length");
        if (length == null && "chunked".equalsIgnoreCase(header("transfer-encoding"))) {
            joinChunks();
        } else {
            bodyLength = length == null ? 0 : Integer.parseInt(length);
            fill(start + bodyLength);
        }
        return Integer.parseInt(head.substring(9, 12));
    }

    /** Like {@link #exchange}, and anything but success is an error. */
    void succeed(byte[] request) throws IOException {
        int status = exchange(request);
        if (status >= 300) {
            throw new IOException("answered " + status + ": " + body());
        }
    }

    int bodyLength() {
        return bodyLength;
    }

    String body() {
        return new String(buffer, start, bodyLength, StandardCharsets.UTF_8);
    }

    /** A header of the last answer, or null. */
    String header(String name) {
        int at = head.toLowerCase(Locale.ROOT).indexOf("\r\n" + name + ":");
        return at < 0
                ? null
                : head.substring(at + name.length() + 3, head.indexOf("\r\n", at + 2))
                        .strip();
    }

    private int headEnd() throws IOException {
        for (int at = 0; ; at++) {
            fill(at + 4);
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at + 4;
            }
        }
    }

    /** Puts the chunks of a body together, in place. */
    private void joinChunks() throws IOException {
        int read = start;
        int written = start;
        while (true) {
            int line = lineEnd(read);
            int size = Integer.parseInt(new String(buffer, read, line - read, StandardCharsets.ISO_8859_1).strip(), 16);
            fill(line + 2 + size + 2);
            System.arraycopy(buffer, line + 2, buffer, written, size);
            written += size;
            read = line + 2 + size + 2;
            if (size == 0) {
                bodyLength = written - start;
                return;
            }
        }
    }

    private int lineEnd(int from) throws IOException {
        for (int at = from; ; at++) {
            fill(at + 2);
            if (buffer[at] == '\r' && buffer[at + 1] == '\n') {
                return at;
            }
        }
    }

    /** Reads until there are so many bytes. */
    private void fill(int wanted) throws IOException {
        while (end < wanted) {
            if (buffer.length < wanted || buffer.length == end) {
                buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, wanted));
            }
            int count = input.read(buffer, end, buffer.length - end);
            if (count < 0) {
                throw new IOException("the connection was closed");
            }
            end += count;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
