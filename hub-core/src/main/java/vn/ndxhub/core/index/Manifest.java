package vn.ndxhub.core.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Which segments make up an index, and up to which offset they cover the log. It replaces the one before in one step: after a loss of
 * power there is the old or the new.
 *
 * @param segments numbers, the oldest first
 */
record Manifest(IndexedPartition owner, long position, List<Long> segments) {

    static final String FILE = "manifest";

    private static final int SHORTEST = 4;
    private static final String VERSION = "ndxhub-identities 1";

    Manifest {
        segments = List.copyOf(segments);
    }

    void write(Path folder) throws IOException {
        Path next = folder.resolve(FILE + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes =
                    ByteBuffer.wrap((text() + "checksum " + checksum(text()) + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** @throws SegmentDamaged where the file is none of this partition, saying why */
    static Manifest read(Path folder, IndexedPartition owner) {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(FILE));
        } catch (IOException e) {
            throw new SegmentDamaged("the manifest cannot be read", e);
        }
        String text = String.join("\n", lines.subList(0, Math.max(0, lines.size() - 1))) + "\n";
        if (lines.size() < SHORTEST || !lines.getLast().equals("checksum " + checksum(text))) {
            throw new SegmentDamaged("the checksum of the manifest differs");
        }
        if (!lines.getFirst().equals(VERSION)) {
            throw new SegmentDamaged("the manifest is '" + lines.getFirst() + "' and this hub reads '" + VERSION + "'");
        }
        if (!lines.get(1).equals("log " + owner)) {
            throw new SegmentDamaged("the manifest is of '" + lines.get(1) + "' and not of 'log " + owner + "'");
        }
        List<Long> segments = new ArrayList<>();
        lines.subList(3, lines.size() - 1).forEach(line -> segments.add(number(line, "segment ")));
        return new Manifest(owner, number(lines.get(2), "position "), segments);
    }

    private String text() {
        StringBuilder text = new StringBuilder(VERSION + "\nlog " + owner + "\nposition " + position + "\n");
        segments.forEach(number -> text.append("segment ").append(number).append('\n'));
        return text.toString();
    }

    private static long number(String line, String name) {
        return Long.parseLong(line.substring(name.length()));
    }

    private static String checksum(String text) {
        return Integer.toHexString(SegmentLayout.checksum(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }
}
