package vn.ndxhub.reporting.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a report for people, for programs and for spreadsheets. */
public enum ReportWriter {
    TABLE {
        @Override
        public String write(Report report) {
            List<String[]> rows = new ArrayList<>();
            rows.add(new String[] {"Hệ thống", "Chỉ tiêu", "Số liệu", "Tính đến", "Đơn vị", "Trạng thái"});
            for (ReportLine line : report.lines()) {
                LineDefinition d = line.definition();
                rows.add(new String[] {
                    d.system(),
                    d.name().vi(),
                    line.text(),
                    period(line),
                    d.unit(),
                    line.status().vietnamese()
                });
            }
            return Columns.aligned(rows) + "\nĐọc lúc " + report.snapshot().readAt() + "\n";
        }
    },
    JSON {
        @Override
        public String write(Report report) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("month", report.month().toString());
            all.put("windows", report.windows().code());
            all.put("snapshot", report.snapshot().id());
            all.put("read_at", report.snapshot().readAt().toString());
            all.put("lines", report.lines().stream().map(ReportWriter::line).toList());
            return JSON_MAPPER.writeValueAsString(all);
        }
    },
    CSV {
        @Override
        public String write(Report report) {
            StringBuilder csv = new StringBuilder("system,indicator,name_vi,value,unit,as_of,from,to,text,status\r\n");
            for (ReportLine line : report.lines()) {
                boolean window = line.definition().from().kind().isOfWindow();
                csv.append(String.join(
                                ",",
                                List.of(
                                        Columns.csv(line.definition().system()),
                                        Columns.csv(line.definition().id()),
                                        Columns.csv(line.definition().name().vi()),
                                        line.isMissing() ? "" : exact(line.value()),
                                        Columns.csv(line.definition().unit()),
                                        window ? "" : line.window().lastDay().toString(),
                                        window ? line.window().from().toString() : "",
                                        window ? line.window().to().toString() : "",
                                        Columns.csv(line.text()),
                                        line.status().code())))
                        .append("\r\n");
            }
            return csv.toString();
        }
    };

    private static final JsonMapper JSON_MAPPER = new JsonMapper();

    public abstract String write(Report report);

    private static Map<String, @Nullable Object> line(ReportLine line) {
        LineDefinition d = line.definition();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("system", d.system());
        fields.put("indicator", d.id());
        fields.put("name", Map.of("vi", d.name().vi(), "en", d.name().en()));
        fields.put("value", exact(line.value()));
        fields.put("unit", d.unit());
        if (d.from().kind().isOfWindow()) {
            fields.put("from", line.window().from().toString());
            fields.put("to", line.window().to().toString());
        } else {
            fields.put("as_of", line.window().lastDay().toString());
        }
        fields.put("text", line.text());
        fields.put("status", line.status().code());
        fields.put("numerator", exact(line.parts().numerator()));
        fields.put("denominator", exact(line.parts().denominator()));
        return fields;
    }

    private static String period(ReportLine line) {
        return line.definition().from().kind().isOfWindow()
                ? line.window().from() + " .. " + line.window().lastDay()
                : line.window().lastDay().toString();
    }

    private static @Nullable String exact(@Nullable BigDecimal value) {
        if (value == null) {
            return null;
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
