using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Limits;
using Oms.Engine.Tests.Validation;
using Oms.Engine.Validation;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Limits;

public sealed class RequestLimitTests
{
    private static readonly RequestLimitOptions None = RequestLimitOptions.None;

    [Fact]
    public void Depth_counts_nested_fields_and_not_fragments()
    {
        var limits = None with { MaxExecutionDepth = 3 };
        Accepts("{ animal { mother { id } } }", limits);
        Accepts("{ ... { animal { ... on Animal { mother { ... { id } } } } } }", limits);
        Refuses("{ animal { mother { mother { id } } } }", limits, LimitErrorCodes.ExecutionDepth);
    }

    [Fact]
    public void Depth_counts_through_fragments_wherever_they_are_spread()
    {
        // The fragment is first met at the top, where it is shallow enough, and then deeper.
        const string Document = "{ animal { ...F mother { ...F } } } fragment F on Animal { mother { id } }";
        Refuses(Document, None with { MaxExecutionDepth = 3 }, LimitErrorCodes.ExecutionDepth);
        Accepts(Document, None with { MaxExecutionDepth = 4 });
    }

    [Fact]
    public void Introspection_counts_like_other_fields()
    {
        const string Document = "{ __schema { types { ofType { ofType { name } } } } }";
        Refuses(Document, None with { MaxExecutionDepth = 4 }, LimitErrorCodes.ExecutionDepth);
        Refuses(Document, None with { MaxAllowedOfTypeDepth = 1 }, LimitErrorCodes.IntrospectionDepth);
        Accepts(Document, None with { MaxAllowedOfTypeDepth = 2 });
    }

    [Fact]
    public void Names_of_operations_and_fragments_exempt_nothing()
    {
        var limits = None with { MaxExecutionDepth = 2 };
        Refuses("query __schema { animal { mother { id } } }", limits, LimitErrorCodes.ExecutionDepth);
        Refuses("query __schema { ...__schema } fragment __schema on Query { animal { mother { id } } }", limits, LimitErrorCodes.ExecutionDepth);
    }

    [Fact]
    public void Every_operation_is_held_to_the_limits_whichever_is_to_run()
    {
        const string Document = "query A { animal { id } } query B { animal { mother { id } } } mutation C { feed(id: 1) { mother { id } } }";
        Validate(Document, None with { MaxExecutionDepth = 2 }).ShouldBe([LimitErrorCodes.ExecutionDepth, LimitErrorCodes.ExecutionDepth]);
    }

    [Fact]
    public void Aliases_are_added_up_through_fragments()
    {
        const string Document = "{ animal { a: id ...F mother { ...F } } } fragment F on Animal { b: id c: name }";
        Accepts(Document, None with { MaxAllowedAliases = 5 });
        Refuses(Document, None with { MaxAllowedAliases = 4 }, LimitErrorCodes.Aliases);
    }

    [Fact]
    public void A_thousand_aliases_in_one_fragment_are_refused_by_default()
    {
        var aliases = Repeat(1000, i => $"a{i}: name ");
        Refuses($"{{ animal {{ ...F }} }} fragment F on Animal {{ {aliases} }}", RequestLimitOptions.Default, LimitErrorCodes.Aliases);
    }

    [Fact]
    public void Root_fields_are_counted_by_response_name_through_fragments()
    {
        const string Document = "{ pet { __typename } ...F ... { pet { __typename } b: animal { id } } } fragment F on Query { pet { __typename } c: animal { id } }";
        Accepts(Document, None with { MaxAllowedRootFields = 3 });
        Refuses(Document, None with { MaxAllowedRootFields = 2 }, LimitErrorCodes.RootFields);
    }

    [Fact]
    public void Selected_fields_of_doubling_fragments_are_counted_and_not_spread_out()
    {
        var document = "{ animal { ...F0 } } "
            + Repeat(60, i => $"fragment F{i} on Animal {{ mother {{ ...F{i + 1} }} friends {{ ...F{i + 1} }} }} ")
            + "fragment F60 on Animal { id }";
        Refuses(document, None with { MaxAllowedSelectedFields = 20_000 }, LimitErrorCodes.Fields);
    }

    [Fact]
    public void A_fragment_spread_twice_in_one_place_counts_once()
    {
        const string Document = "{ animal { ...F ...F ...F } } fragment F on Animal { id }";
        Accepts(Document, None with { MaxAllowedSelectedFields = 2 });
    }

    [Fact]
    public void Directives_are_counted_at_each_place()
    {
        var limits = None with { MaxAllowedDirectives = 2 };
        Accepts("query ($a: ID @level(of: 1)) { animal(id: $a) @mark @mark { id @mark @mark } }", limits);
        Refuses("{ animal @mark @mark @mark { id } }", limits, LimitErrorCodes.Directives);
        Refuses("{ animal { ...F } } fragment F on Animal @mark @mark @mark { id }", limits, LimitErrorCodes.Directives);
    }

    [Fact]
    public void A_field_may_repeat_below_itself_so_often_as_allowed()
    {
        var limits = None with { MaxAllowedFieldCycleDepth = 2 };
        Accepts("{ animal { friends { friends { id } } } }", limits);
        Accepts("{ animal { friends { friends { id } } a: friends { friends { id } } } }", limits);
        Refuses("{ animal { friends { mother { friends { friends { id } } } } } }", limits, LimitErrorCodes.FieldCycleDepth);
        Refuses("{ animal { friends { ...F } } } fragment F on Animal { friends { ...G } } fragment G on Animal { friends { id } }", limits, LimitErrorCodes.FieldCycleDepth);
    }

    [Fact]
    public void Fields_of_different_types_are_different_fields()
    {
        var limits = None with { MaxAllowedFieldCycleDepth = 1 };
        Accepts("""{ animal { mother { ... on Dog { mother { id } } } } }""", limits);
        Refuses("""{ animal { ... on Dog { mother { mother { id } } } } }""", limits, LimitErrorCodes.FieldCycleDepth);
    }

    [Fact]
    public void Introspection_lists_repeat_once_by_default()
    {
        Accepts("{ __schema { types { fields { type { interfaces { name } } } } } }", RequestLimitOptions.Default);
        Refuses("{ __schema { types { fields { type { fields { name } } } } } }", RequestLimitOptions.Default, LimitErrorCodes.IntrospectionDepth);
    }

    [Fact]
    public void The_usual_introspection_query_is_within_the_defaults() => Accepts(IntrospectionQuery, RequestLimitOptions.Default);

    [Fact]
    public void Introspection_that_is_switched_off_leaves_the_typename()
    {
        var options = new ValidationOptions { AllowIntrospection = false };
        Zoo.Validate("{ __typename pet { __typename } }", options).ShouldBeEmpty();
        var errors = Zoo.Validate("{ ...F } fragment F on Query { a: __schema { description } __type(name: \"Dog\") { name } }", options);
        errors.Select(error => error.Code).ShouldBe([LimitErrorCodes.IntrospectionNotAllowed, LimitErrorCodes.IntrospectionNotAllowed]);
    }

    [Fact]
    public void Limits_are_set_under_the_names_of_Hot_Chocolate()
    {
        var setup = new RequestExecutorBuilder(new ServiceCollection())
            .AddMaxExecutionDepthRule(7)
            .AddMaxAllowedFieldCycleDepthRule(null)
            .SetIntrospectionAllowedDepth(4, 2)
            .SetMaxAllowedValidationErrors(9)
            .DisableIntrospection()
            .Setup;
        setup.ValidationOptions.ShouldBe(new ValidationOptions
        {
            MaxAllowedErrors = 9,
            AllowIntrospection = false,
            Limits = RequestLimitOptions.Default with
            {
                MaxExecutionDepth = 7,
                MaxAllowedFieldCycleDepth = int.MaxValue,
                MaxAllowedOfTypeDepth = 4,
                MaxAllowedListRecursiveDepth = 2,
            },
        });
    }

    [Fact]
    public void Limits_are_not_looked_at_when_a_rule_is_broken()
    {
        var errors = Zoo.Validate("{ animal { mother { missing } } }", new ValidationOptions { Limits = None with { MaxExecutionDepth = 1 } });
        errors.ShouldHaveSingleItem().Code.ShouldBe(Response.ErrorCodes.Validation);
    }

    [Fact]
    public void A_long_chain_of_fragments_is_measured_without_recursion()
    {
        var document = "{ animal { ...F0 } } " + Repeat(1500, i => $"fragment F{i} on Animal {{ mother {{ ...F{i + 1} }} }} ") + "fragment F1500 on Animal { id }";
        Validate(document, None with { MaxExecutionDepth = 64, MaxAllowedFieldCycleDepth = 3 }).Length.ShouldBe(2);
    }

    private const string IntrospectionQuery = """
        query IntrospectionQuery { __schema { description queryType { name } mutationType { name } subscriptionType { name } types { ...FullType }
          directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } } } }
        fragment FullType on __Type { kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...TypeRef } }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue isDeprecated deprecationReason }
        fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType {
          kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }
        """;

    private static string[] Validate(string document, RequestLimitOptions limits)
    {
        var options = new ValidationOptions { Limits = limits };
        return [.. Zoo.Validate(document, options).Select(error => error.Code!)];
    }

    private static void Accepts(string document, RequestLimitOptions limits) => Validate(document, limits).ShouldBeEmpty();

    private static void Refuses(string document, RequestLimitOptions limits, string code) => Validate(document, limits).ShouldBe([code]);

    private static string Repeat(int count, Func<int, string> part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(part(i));
        return text.ToString();
    }
}
