package vn.ndxhub.schemas.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContractWordsTest {

    /** What a person is known by, in the words of the agencies and in English. */
    private static final Pattern PERSONAL =
            Pattern.compile("cccd|cmnd|dinhdanh|hochieu|hoten|ngaysinh|sodienthoai|diachi"
                    + "|(personal|person|citizen|national|identity|passport|insurance|tax)(id|no|num|number|code)"
                    + "|passport|fullname|firstname|lastname|surname|birthdate|dateofbirth|phone|email|address");

    static List<String> names() {
        return ContractFiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void explainsEveryTypeAndEveryField(String name) {
        ContractFiles.eachNamed(ContractFiles.current(name), type -> {
            assertThat(type.getDoc()).as("doc of %s", type.getFullName()).isNotBlank();
            if (type.getType() == Schema.Type.ENUM) {
                type.getEnumSymbols()
                        .forEach(symbol -> assertThat(type.getDoc()).contains(symbol));
            }
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields()
                        .forEach(field -> assertThat(field.doc())
                                .as("doc of %s.%s", type.getFullName(), field.name())
                                .isNotBlank());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasNoFieldForAPersonalNumber(String name) {
        ContractFiles.eachNamed(ContractFiles.current(name), type -> {
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields()
                        .forEach(field -> assertThat(isPersonal(field.name()))
                                .as("%s.%s", type.getFullName(), field.name())
                                .isFalse());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"soCCCD", "so_dinh_danh", "personalId", "citizen_number", "hoTen", "emailAddress"})
    void knowsAPersonalNumberByItsName(String name) {
        assertThat(isPersonal(name)).isTrue();
    }

    private static boolean isPersonal(String field) {
        return PERSONAL.matcher(field.toLowerCase(java.util.Locale.ROOT).replace("_", ""))
                .find();
    }
}
