using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class MaxIntrospectionDepth
{
    [Fact]
    public void Two_lists_are_accepted() =>
        Accepts("{ __schema { types { fields { type { fields { name } } } } } }");

    [Fact]
    public void Three_are_refused() =>
        Refuses("{ __schema { types { fields { type { interfaces { possibleTypes { name } } } } } } }", "1:3");

    [Fact]
    public void Fragments_are_looked_into() =>
        Refuses("{ __type(name: \"Dog\") { ...T } } fragment T on __Type { fields { type { ...U } } } fragment U on __Type { fields { type { inputFields { name } } } }", "1:3");

    [Fact]
    public void Fields_of_that_name_elsewhere_do_not_count() =>
        Accepts("{ animal { friends { friends { friends { id } } } } }");
}
