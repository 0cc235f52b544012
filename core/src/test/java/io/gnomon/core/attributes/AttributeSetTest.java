package io.gnomon.core.attributes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AttributeSetTest {

  @Test
  void keysAscendInWhateverOrderTheyWerePut() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      names.add("key." + (100 + i));
    }
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(3));
    AttributeSet.Builder builder = AttributeSet.builder();
    for (String name : shuffled) {
      builder.put(name, "v" + name);
    }
    AttributeSet set = builder.build();

    assertThat(set.size()).isEqualTo(names.size());
    for (int i = 0; i < names.size(); i++) {
      assertThat(set.key(i)).isEqualTo(names.get(i));
      assertThat(set.value(i)).isEqualTo("v" + names.get(i));
    }
  }

  @Test
  void aKeyThatIsThereGetsTheNewValueAndNullPutsNothing() {
    AttributeSet set =
        AttributeSet.builder()
            .put("b", 1)
            .put("a", true)
            .putDouble("b", 2.5)
            .put("a", null)
            .put("c", null)
            .build();

    assertThat(set.size()).isEqualTo(2);
    assertThat(set.get("a")).isEqualTo(true);
    assertThat(set.get("b")).isEqualTo(2.5);
    assertThat(set.get("c")).isNull();
  }

  @Test
  void aBuilderThatGoesOnLeavesWhatItBuiltAlone() {
    AttributeSet.Builder builder = AttributeSet.builder().put("a", 1);
    AttributeSet before = builder.build();
    AttributeSet after = builder.put("a", 2).put("b", 3).build();

    assertThat(before).hasToString("{a=1}");
    assertThat(after).hasToString("{a=2, b=3}");
    assertThat(before).isEqualTo(AttributeSet.builder().put("a", 1).build()).isNotEqualTo(after);
  }

  @Test
  void whatWasMadeOfItIsNoPartOfIt() {
    AttributeSet one = AttributeSet.builder().put("a", 1).build();
    AttributeSet other = AttributeSet.builder().put("a", 1).build();
    one.converted("made");

    assertThat(one.converted()).isEqualTo("made");
    assertThat(other.converted()).isNull();
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }
}
