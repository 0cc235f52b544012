package io.gnomon.jdbc.explain;

import io.gnomon.jdbc.digest.SqlDialect;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * What a database's SELECT may be made of. Lists of what is let through: what is not in them is
 * refused. All in lower case. Immutable.
 */
final class Grammar {

  /** Words that write, lock, or open a syntax that {@link SelectGuard} does not know. */
  private static final Set<String> DENIED =
      words(
          "insert update delete merge into for lock procedure outfile dumpfile returning operator"
              + " tablesample nextval setval");

  /** Words that may stand before a parenthesis and call nothing, whatever the database. */
  private static final String PLAIN =
      "select distinct from where having on using and or not in exists any all some union"
          + " intersect except when then else case values as by over between like limit offset"
          + " join row escape";

  /** Pure functions, built into both. */
  private static final String PURE =
      "abs acos ascii asin atan atan2 avg bit_and bit_length bit_or cast ceil ceiling char_length"
          + " character_length coalesce concat concat_ws cos count cume_dist dense_rank exp extract"
          + " first_value floor greatest lag last_value lead least left length ln log lower ltrim"
          + " max md5 min mod now nth_value ntile nullif octet_length percent_rank pi position"
          + " power radians rank regexp_replace regexp_substr replace reverse right round row_number"
          + " rtrim sign sin sqrt stddev stddev_pop stddev_samp substr substring sum tan trim upper"
          + " var_pop var_samp variance current_timestamp current_time";

  /** PostgreSQL. Types are told apart from a user's, for a domain may hide a function. */
  static final Grammar POSTGRESQL =
      new Grammar(
          SqlDialect.POSTGRESQL,
          PLAIN
              + " ilike is filter within group sets rollup cube grouping lateral materialized array"
              + " only to zone symmetric",
          PURE
              + " age any_value array_agg array_length array_position array_to_string bool_and"
              + " bool_or btrim cardinality chr date_bin date_part date_trunc div every"
              + " generate_series initcap json_agg json_array_elements json_array_length"
              + " json_build_object jsonb_agg jsonb_array_elements jsonb_array_elements_text"
              + " jsonb_array_length jsonb_build_object jsonb_each jsonb_extract_path"
              + " jsonb_extract_path_text jsonb_typeof localtime localtimestamp make_date"
              + " make_interval make_timestamp mode overlay percentile_cont percentile_disc"
              + " regexp_match row_to_json split_part starts_with string_agg string_to_array strpos"
              + " to_char to_date to_hex to_json to_jsonb to_number to_timestamp translate trunc"
              + " unnest width_bucket",
          "text varchar char character varying bpchar int integer int2 int4 int8 smallint bigint"
              + " numeric decimal dec real float float4 float8 double boolean bool date time timetz"
              + " timestamp timestamptz interval uuid json jsonb bytea inet cidr oid",
          "= <> != < > <= >= + - * / % ^ || -> ->> #> #>> @> <@ && & | # << >> ~ ~* !~ !~* ~~ ~~*"
              + " !~~ !~~*");

  /** MariaDB and MySQL. They have no types of users. */
  static final Grammar MARIADB =
      new Grammar(
          SqlDialect.MYSQL,
          PLAIN + " interval div mod regexp rlike xor",
          PURE
              + " adddate addtime bit_xor convert crc32 curdate current_date curtime date date_add"
              + " date_format date_sub datediff day dayname dayofmonth dayofweek dayofyear field"
              + " find_in_set from_days from_unixtime group_concat hex hour if ifnull instr isnull"
              + " json_contains json_extract json_length json_unquote json_value last_day lcase"
              + " locate log10 log2 mid minute month monthname pow quarter second sha1 sha2 std"
              + " str_to_date strcmp subdate substring_index time time_format time_to_sec timediff"
              + " timestamp timestampadd timestampdiff to_days truncate ucase unhex unix_timestamp"
              + " utc_date utc_time utc_timestamp week weekday weekofyear year yearweek char"
              + " varchar decimal datetime",
          "",
          "= <=> <> != < > <= >= + - * / % ^ || && ! & | << >> -> ->> ~");

  /** Words that may stand before a string without being the name of its type. */
  private static final Set<String> BEFORE_STRING =
      words(
          "select distinct all and or not like ilike to escape when then else case between where"
              + " having on by limit offset zone from both leading trailing symmetric in using");

  private final SqlDialect dialect;
  private final Set<String> beforeParenthesis;
  private final Set<String> types;
  private final Set<String> operators;

  private Grammar(SqlDialect dialect, String plain, String pure, String types, String operators) {
    this.dialect = dialect;
    this.types = words(types);
    this.operators = words(operators);
    Set<String> allowed = new HashSet<>(words(plain));
    allowed.addAll(words(pure));
    allowed.addAll(this.types);
    this.beforeParenthesis = allowed;
  }

  private static Set<String> words(String list) {
    return list.isEmpty()
        ? Collections.<String>emptySet()
        : new HashSet<>(Arrays.asList(list.split(" ", -1)));
  }

  SqlDialect dialect() {
    return dialect;
  }

  /** Whether no SELECT that we ask about has this word. */
  boolean denies(String word) {
    return DENIED.contains(word);
  }

  /** Whether what a word and a parenthesis begin is known to be pure. */
  boolean allowsBeforeParenthesis(String word) {
    return beforeParenthesis.contains(word);
  }

  /** Whether the database's users can make types, and bind markers can be planned. */
  boolean isPostgres() {
    return !types.isEmpty();
  }

  /** Whether a type is one of the database's own. */
  boolean allowsType(String word) {
    return types.contains(word);
  }

  /** Whether a string after this word is a plain string, or one of a known type. */
  boolean allowsBeforeString(String word) {
    return !isPostgres() || BEFORE_STRING.contains(word) || types.contains(word);
  }

  boolean allowsOperator(String operator) {
    return operators.contains(operator);
  }
}
