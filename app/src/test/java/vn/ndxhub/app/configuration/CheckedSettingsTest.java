package vn.ndxhub.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

class CheckedSettingsTest {

    @Test
    void checksEveryRecord() {
        assertThat(new ClassFileImporter()
                        .importPackages("vn.ndxhub.app").stream()
                                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                                .map(JavaClass::reflect))
                .containsExactlyInAnyOrderElementsOf(CheckedSettings.ALL);
    }
}
