using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class ExecutableDefinitions
{
    [Fact]
    public void Operations_and_fragments_are_accepted() =>
        Accepts("query A { ...F } fragment F on Query { pet { __typename } }");

    [Fact]
    public void A_type_definition_is_refused() =>
        Refuses("{ pet { __typename } } type Extra { id: ID }", "1:24");

    [Fact]
    public void Extensions_and_the_schema_definition_are_refused() =>
        Refuses("{ pet { __typename } } extend type Dog { age: Int } schema { query: Query }", "1:24", "1:53");

    [Fact]
    public void Unknown_names_in_a_definition_are_refused_with_it() =>
        Refuses("{ pet { __typename } } type Extra { id: Missing @unknown }", "1:24", "1:41", "1:49");
}
