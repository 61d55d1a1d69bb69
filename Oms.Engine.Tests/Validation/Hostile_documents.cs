using System.Diagnostics;
using System.Text;
using Oms.Engine.Language;
using Oms.Engine.Limits;
using Oms.Engine.Response;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Validation;

/// <summary>Documents made to cost more than they weigh. Each has to be answered within two seconds and with a bounded number of errors.</summary>
public sealed class Hostile_documents
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    // What is under test is validation alone, so the parser's own limits and the limits of requests stand aside.
    private static readonly ParserOptions Lenient = ParserOptions.TypeSystem;
    private static readonly ValidationOptions RulesOnly = new() { Limits = RequestLimitOptions.None };

    [Fact]
    public void Twenty_thousand_equal_fields_are_valid() => Validate($"{{ {Repeat(20_000, _ => "__typename ")} }}").ShouldBe(0);

    [Fact]
    public void Three_thousand_equal_object_fields_are_valid() =>
        Validate($"{{ {Repeat(3000, _ => "animal(id: 1) { id mother { name } } ")} }}").ShouldBe(0);

    [Fact]
    public void Three_thousand_different_object_fields_of_one_name_are_valid() =>
        Validate($"{{ {Repeat(3000, i => $"animal {{ a{i}: id mother {{ b{i}: name }} }} ")} }}").ShouldBe(0);

    [Fact]
    public void Three_thousand_conflicting_fields_are_refused() =>
        Validate($"{{ {Repeat(3000, i => $"animal(id: {i}) {{ id }} ")} }}").ShouldBe(5);

    [Fact]
    public void Conflicts_in_the_last_of_many_fields_are_refused() =>
        Validate($"{{ {Repeat(3000, _ => "animal { id } ")} animal {{ id: name }} }}").ShouldBeInRange(1, 5);

    [Fact]
    public void Conflicts_deep_in_repeated_fields_are_refused()
    {
        var repeated = Repeat(40, _ => "a: id a: name ");
        for (var i = 0; i < 20; i++)
            repeated = $"mother {{ {repeated} }} mother {{ id }}";
        Validate($"{{ animal {{ {repeated} }} }}").ShouldBeInRange(1, 5);
    }

    [Fact]
    public void Two_hundred_inline_fragments_of_a_hundred_fields_are_valid() =>
        Validate($"{{ animal {{ {Repeat(200, _ => $"... on Animal {{ {Repeat(100, i => $"f{i}: name ")} }} ")} }} }}").ShouldBe(0);

    [Fact]
    public void Inline_fragments_of_conflicting_fields_are_refused() =>
        Validate($"{{ animal {{ {Repeat(200, i => $"... on Animal {{ {Repeat(100, j => $"f{j}: {(i % 2 == 0 ? "name" : "id")} ")} }} ")} }} }}").ShouldBe(5);

    [Fact]
    public void Fragments_that_double_thirty_times_are_visited_once() =>
        Validate("{ animal { ...F0 } } " + Repeat(30, i => $"fragment F{i} on Animal {{ ...F{i + 1} ...F{i + 1} }} ") + "fragment F30 on Animal { id }").ShouldBe(0);

    [Fact]
    public void Fragments_that_double_below_fields_are_visited_once() =>
        Validate("{ animal { ...F0 } } " + Repeat(30, i => $"fragment F{i} on Animal {{ mother {{ ...F{i + 1} }} other: mother {{ ...F{i + 1} }} }} ") + "fragment F30 on Animal { id }").ShouldBe(0);

    [Fact]
    public void Fragments_that_double_below_merged_fields_end() =>
        Validate("{ animal { ...F0 } } " + Repeat(30, i => $"fragment F{i} on Animal {{ mother {{ ...F{i + 1} }} mother {{ ...F{i + 1} }} }} ") + "fragment F30 on Animal { id }").ShouldBe(0);

    [Fact]
    public void A_chain_of_five_thousand_fragments_is_valid() =>
        Validate("{ animal { ...F0 } } " + Repeat(5000, i => $"fragment F{i} on Animal {{ ...F{i + 1} }} ") + "fragment F5000 on Animal { id }").ShouldBe(0);

    [Fact]
    public void Two_chains_of_fragments_through_fields_that_differ_at_the_end_are_refused() =>
        Validate("{ animal { ...F0 ...G0 } } "
            + Repeat(2000, i => $"fragment F{i} on Animal {{ mother {{ ...F{i + 1} }} }} fragment G{i} on Animal {{ mother {{ ...G{i + 1} }} }} ")
            + "fragment F2000 on Animal { a: id } fragment G2000 on Animal { a: name }").ShouldBeInRange(1, 5);

    [Fact]
    public void A_circle_of_two_thousand_fragments_is_refused() =>
        Validate("{ animal { ...F0 } } " + Repeat(2000, i => $"fragment F{i} on Animal {{ ...F{(i + 1) % 2000} }} ")).ShouldBeInRange(1, 5);

    [Fact]
    public void A_circle_through_fields_is_refused() =>
        Validate("{ animal { ...F0 } } " + Repeat(2000, i => $"fragment F{i} on Animal {{ mother {{ ...F{(i + 1) % 2000} }} }} ")).ShouldBeInRange(1, 5);

    [Fact]
    public void Three_hundred_fragments_that_spread_all_are_refused()
    {
        var all = Repeat(300, i => $"...F{i} ");
        Validate("{ animal { ...F0 } } " + Repeat(300, i => $"fragment F{i} on Animal {{ id {all} }} ")).ShouldBeInRange(1, 5);
    }

    [Fact]
    public void Ten_thousand_directives_are_refused()
    {
        Validate($"{{ pet {Repeat(10_000, _ => "@a ")} {{ __typename }} }}").ShouldBe(5);
        Validate($"{{ pet {Repeat(10_000, i => $"@a{i} ")} {{ __typename }} }}").ShouldBe(5);
        Validate($"{{ pet {Repeat(10_000, _ => "@include(if: true) ")} {{ __typename }} }}").ShouldBe(5);
    }

    [Fact]
    public void Ten_thousand_repeatable_directives_are_valid_for_the_rules() =>
        Validate($"{{ pet {Repeat(10_000, _ => "@mark ")} {{ __typename }} }}").ShouldBe(0);

    [Fact]
    public void Five_thousand_operations_that_share_five_thousand_variable_uses_are_refused() =>
        Validate(Repeat(5000, i => $"query Q{i}($a: ID) {{ ...F }} ") + $"fragment F on Query {{ {Repeat(5000, i => $"a{i}: animal(id: $a) {{ id }} ")} }}").ShouldBe(1);

    [Fact]
    public void Five_thousand_variables_are_checked() =>
        Validate($"query ({Repeat(5000, i => $"$v{i}: ID ")}) {{ {Repeat(5000, i => $"a{i}: animal(id: $v{i}) {{ id }} ")} }}").ShouldBe(0);

    [Fact]
    public void Three_thousand_unknown_fields_give_five_errors() => Validate($"{{ {Repeat(3000, i => $"x{i} ")} }}").ShouldBe(5);

    [Fact]
    public void Ten_thousand_unknown_arguments_give_five_errors() => Validate($"{{ animal({Repeat(10_000, i => $"x{i}: 1 ")}) {{ id }} }}").ShouldBe(5);

    [Fact]
    public void Ten_thousand_equal_arguments_give_one_error_with_five_places()
    {
        var errors = Zoo.Validate($"{{ animal({Repeat(10_000, _ => "id: 1 ")}) {{ id }} }}", RulesOnly);
        errors.ShouldHaveSingleItem().Locations.Length.ShouldBe(5);
    }

    [Fact]
    public void A_name_of_a_megabyte_is_cut_in_the_message()
    {
        var name = new string('x', 1_000_000);
        var errors = Zoo.Validate($"{{ {name} ...{name} pet @{name} {{ ... on {name} {{ id }} }} animal({name}: $" + name + ") { id } }", RulesOnly);
        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => error.Message.Length < 1000);
    }

    [Fact]
    public void Selections_as_deep_as_the_parser_allows_are_walked()
    {
        const int Depth = 190;
        var document = "{ animal " + Repeat(Depth, _ => "{ mother ") + "{ id }" + new string('}', Depth) + " }";
        Validate(document).ShouldBe(0);
    }

    private static int Validate(string document)
    {
        var parsed = Parser.ParseDocument(document, Lenient);
        var errors = Measure(parsed);
        errors.Count.ShouldBeLessThanOrEqualTo(ValidationOptions.Default.MaxAllowedErrors);
        errors.ShouldAllBe(error => error.Locations.Length <= ValidationOptions.Default.MaxLocationsPerError);
        return errors.Count;
    }

    // A machine that is busy with something else gets a second and a third chance.
    private static IReadOnlyList<GraphQLError> Measure(DocumentNode document)
    {
        for (var attempt = 1; ; attempt++)
        {
            var watch = Stopwatch.StartNew();
            var errors = DocumentValidator.Validate(Zoo.Schema, document, RulesOnly);
            if (watch.Elapsed < Limit)
                return errors;
            attempt.ShouldBeLessThan(3, $"took {watch.Elapsed}");
        }
    }

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }
}
