package vn.ndxhub.connectors.normalise;

import java.util.Locale;

/** Why an item is not counted; the wire code and both sentences are what agencies see. The list stands in docs/reason-codes.md. */
public enum ReasonCode {
    EMPTY(
            Outcome.REJECTED,
            "The record has no value; send the item again with its content.",
            "Bản ghi không có nội dung; hãy gửi lại kèm nội dung."),
    OVERSIZE(
            Outcome.REJECTED,
            "The record is larger than this hub takes; send smaller batches.",
            "Bản ghi lớn hơn mức cho phép; hãy gửi các lô nhỏ hơn."),
    UNREADABLE(
            Outcome.REJECTED,
            "The bytes are not readable in the source's declared format; correct the sender's encoding.",
            "Không đọc được dữ liệu theo định dạng đã khai báo; hãy sửa cách mã hóa của bên gửi."),
    WRONG_MAGIC(
            Outcome.REJECTED,
            "The value does not begin with byte 0 of the registry's wire format; send it through a serializer of the registry.",
            "Giá trị không bắt đầu bằng byte 0 theo định dạng của sổ đăng ký lược đồ; hãy gửi qua bộ mã hóa của sổ đăng ký."),
    WRONG_SCHEMA(
            Outcome.REJECTED,
            "The value was written with a schema that is not this source's, or cannot be read as it; use the source's schema.",
            "Giá trị được ghi bằng lược đồ không phải của nguồn này; hãy dùng đúng lược đồ của nguồn."),
    UNUSABLE_SCHEMA(
            Outcome.REJECTED,
            "The registry's schema of this id cannot be used: it is too large, has too many types, or is not valid Avro; register a corrected one and send the item again with its id.",
            "Lược đồ mang mã này trong sổ đăng ký không dùng được: quá lớn, quá nhiều kiểu hoặc không đúng Avro; hãy đăng ký lược đồ đã sửa và gửi lại bản ghi với mã mới."),
    UNKNOWN_SCHEMA(
            Outcome.PARKED,
            "The registry has no schema of this id; register the schema, the item is read again.",
            "Sổ đăng ký không có lược đồ mang mã này; hãy đăng ký lược đồ, bản ghi sẽ được đọc lại."),
    REGISTRY_UNAVAILABLE(
            Outcome.PARKED,
            "The schema of this item is new here and the registry cannot be asked; the item is read again.",
            "Lược đồ này chưa từng gặp và hiện không hỏi được sổ đăng ký; bản ghi sẽ được đọc lại."),
    WRONG_SOURCE(
            Outcome.REJECTED,
            "The item names another source than the feed that it came through; send it to its own feed.",
            "Bản ghi nêu tên nguồn khác với kênh đã gửi; hãy gửi đúng kênh của nguồn đó."),
    MISSING_FIELD(
            Outcome.REJECTED,
            "A field that this kind of item needs is missing; add it and send the item again.",
            "Thiếu trường bắt buộc đối với loại bản ghi này; hãy bổ sung và gửi lại."),
    MALFORMED_FIELD(
            Outcome.REJECTED,
            "A field is not written as the source's schema says; correct it and send the item again.",
            "Trường không đúng dạng theo lược đồ của nguồn; hãy sửa và gửi lại."),
    NUMBER_AS_TEXT(
            Outcome.REJECTED,
            "A number is written as text; write it without quotes and send the item again.",
            "Số được ghi dưới dạng chuỗi; hãy bỏ dấu nháy và gửi lại."),
    NEGATIVE_QUANTITY(
            Outcome.REJECTED,
            "A quantity or an amount is negative; take an item back with a retraction instead.",
            "Số lượng hoặc số tiền âm; hãy dùng bản ghi thu hồi để rút lại."),
    NUMBER_TOO_LARGE(
            Outcome.REJECTED,
            "A quantity or an amount is over 100,000,000,000,000; correct it, or split the item.",
            "Số lượng hoặc số tiền lớn hơn 100.000.000.000.000; hãy sửa hoặc tách thành nhiều mục."),
    UNKNOWN_CODE(
            Outcome.REJECTED,
            "A code is not in its list on the day of the event; correct the code or the date and send the item again.",
            "Mã không có trong danh mục tại ngày phát sinh; hãy sửa mã hoặc ngày và gửi lại."),
    INCOMPLETE_STATEMENT(
            Outcome.REJECTED,
            "A level is stated without a dimension that its indicator has; state it for each code, or send a total as its own type.",
            "Số liệu chốt thiếu một chiều của chỉ tiêu; hãy chốt theo từng mã, hoặc gửi tổng số bằng loại sự kiện riêng."),
    STATEMENT_TOO_FINE(
            Outcome.REJECTED,
            "A level is stated with a dimension that its indicator does not have, so that parts would replace each other; state the whole.",
            "Số liệu chốt có chiều mà chỉ tiêu không có, nên các phần sẽ thay thế lẫn nhau; hãy chốt toàn bộ."),
    UNKNOWN_TYPE(
            Outcome.REJECTED,
            "The kind of event is not one that this source declares; correct it, or have the mapping extended.",
            "Loại sự kiện không nằm trong khai báo của nguồn; hãy sửa hoặc đề nghị bổ sung ánh xạ."),
    IMPOSSIBLE_DATE(
            Outcome.REJECTED,
            "A time does not exist in the calendar; correct it and send the item again.",
            "Thời điểm không tồn tại trong lịch; hãy sửa và gửi lại."),
    RECORDED_BEFORE_OCCURRED(
            Outcome.REJECTED,
            "It is said to be recorded before it happened; correct the times, or their zone, and send it again.",
            "Thời điểm ghi nhận sớm hơn thời điểm phát sinh; hãy sửa thời điểm hoặc múi giờ và gửi lại."),
    PERSONAL_NUMBER(
            Outcome.REJECTED,
            "An id or a code has the form of a personal number; personal numbers must not be sent there.",
            "Mã có dạng số định danh cá nhân; không được gửi số cá nhân ở trường này."),
    BAD_EVENT_ID(
            Outcome.REJECTED,
            "An event id must have 1 to 200 visible characters in Unicode form NFC and no spaces; correct it and send the item again.",
            "Mã sự kiện phải có từ 1 đến 200 ký tự nhìn thấy được theo dạng Unicode NFC và không có dấu cách; hãy sửa và gửi lại."),
    TOO_DEEP(
            Outcome.REJECTED,
            "The value is nested deeper than this hub reads; send it as the source's schema says.",
            "Dữ liệu lồng nhau quá sâu; hãy gửi theo lược đồ của nguồn."),
    DUPLICATE_KEY(
            Outcome.REJECTED,
            "One key stands twice in an object, so its value is not certain; send each key once.",
            "Một khóa xuất hiện hai lần trong cùng đối tượng; hãy gửi mỗi khóa một lần."),
    TRAILING_BYTES(
            Outcome.REJECTED,
            "Something follows the end of the value; send one value a record.",
            "Có dữ liệu thừa sau giá trị; hãy gửi mỗi bản ghi một giá trị."),
    BATCH_TOO_LARGE(
            Outcome.REJECTED,
            "The batch holds more items than this hub takes; send smaller batches.",
            "Lô có nhiều mục hơn mức cho phép; hãy gửi các lô nhỏ hơn."),
    FUTURE(
            Outcome.PARKED,
            "The time lies after the intake of the record; the item waits until it is decided.",
            "Thời điểm nằm sau lúc tiếp nhận; bản ghi được giữ lại chờ xử lý."),
    BEFORE_HORIZON(
            Outcome.PARKED,
            "The event occurred longer ago than this hub counts by itself; a person decides.",
            "Sự kiện xảy ra trước thời hạn mà hệ thống tự tính; cần người quyết định."),
    CONFLICT(
            Outcome.REJECTED,
            "The id is known with another content, and the first one counts; send a retraction and a new event instead.",
            "Mã này đã có với nội dung khác, bản ghi đầu được tính; hãy gửi bản ghi thu hồi và một sự kiện mới.");

    /** What becomes of the item. */
    public enum Outcome {
        /** It can never be counted as it is. */
        REJECTED,
        /** It cannot be decided now. */
        PARKED
    }

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Outcome outcome;
    private final String english;
    private final String vietnamese;

    ReasonCode(Outcome outcome, String english, String vietnamese) {
        this.outcome = outcome;
        this.english = english;
        this.vietnamese = vietnamese;
    }

    /** As on the wire, e.g. {@code missing-field}. */
    public String code() {
        return code;
    }

    public Outcome outcome() {
        return outcome;
    }

    public String english() {
        return english;
    }

    public String vietnamese() {
        return vietnamese;
    }

    @Override
    public String toString() {
        return code;
    }
}
