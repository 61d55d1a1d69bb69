using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class SingleFieldSubscriptions
{
    [Fact]
    public void One_root_field_is_accepted() =>
        Accepts("subscription { fed { id name } }");

    [Fact]
    public void The_same_response_name_twice_is_accepted() =>
        Accepts("subscription { fed { id } fed { name } }");

    [Fact]
    public void A_root_field_in_a_fragment_is_accepted() =>
        Accepts("subscription { ...F } fragment F on Subscription { fed { id } }");

    [Fact]
    public void Two_root_fields_are_refused_at_the_second() =>
        Refuses("subscription { fed { id } born { id } }", "1:27");

    [Fact]
    public void Two_response_names_of_one_field_are_refused() =>
        Refuses("subscription { fed { id } again: fed { id } }", "1:27");

    [Fact]
    public void Further_root_fields_in_fragments_are_refused() =>
        Refuses("subscription { fed { id } ...F } fragment F on Subscription { born { id } ... { more: born { id } } }", "1:63 1:81");

    [Fact]
    public void A_meta_field_is_refused() =>
        Refuses("subscription { __typename }", "1:16");

    [Fact]
    public void A_meta_field_beside_another_is_refused_twice() =>
        Refuses("subscription { fed { id } __typename }", "1:27", "1:27");

    [Fact]
    public void Skip_on_the_root_field_is_refused() =>
        Refuses("subscription ($a: Boolean!) { fed @skip(if: $a) { id } }", "1:35");

    [Fact]
    public void Include_on_a_root_fragment_is_refused() =>
        Refuses("subscription ($a: Boolean!) { fed { id } ...F @include(if: $a) } fragment F on Subscription { born { id } }", "1:47");

    [Fact]
    public void Skip_below_the_root_field_is_accepted() =>
        Accepts("subscription ($a: Boolean!) { fed { id @skip(if: $a) } }");
}
