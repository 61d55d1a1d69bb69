using Xunit;
using static Oms.Engine.Tests.Validation.Zoo;

namespace Oms.Engine.Tests.Validation;

public sealed class OverlappingFieldsCanBeMerged
{
    [Fact]
    public void Equal_fields_are_accepted() =>
        Accepts("{ animal(id: 1) { id } animal(id: 1) { name } }");

    [Fact]
    public void Different_fields_under_one_name_are_refused() =>
        Refuses("{ animal { a: id a: name } }", "1:12 1:18");

    [Fact]
    public void Different_arguments_are_refused() =>
        Refuses("{ animal(id: 1) { id } animal(id: 2) { id } }", "1:3 1:24");

    [Fact]
    public void An_argument_against_none_is_refused() =>
        Refuses("{ dog(name: \"a\") { barks barks(loud: true) } }", "1:20 1:26");

    [Fact]
    public void The_order_of_arguments_does_not_matter() =>
        Accepts("{ animal(id: 1, kind: DOG) { id } animal(kind: DOG, id: 1) { id } }");

    [Fact]
    public void The_order_of_input_fields_does_not_matter() =>
        Accepts("{ animals(where: { name: \"a\", kind: DOG }) { id } animals(where: { kind: DOG, name: \"a\" }) { id } }");

    [Fact]
    public void Different_object_types_may_differ() =>
        Accepts("{ pet { ... on Dog { a: name } ... on Cat { a: name } } }");

    [Fact]
    public void Different_object_types_may_take_different_fields_of_one_shape() =>
        Accepts("{ pet { ... on Dog { a: name } ... on Cat { b: id a: name } ... on Dog { x: home { v: owner } } ... on Cat { x: home { v: owner } } } }");

    [Fact]
    public void Different_shapes_are_refused_even_there() =>
        Refuses("{ pet { ... on Dog { a: volume } ... on Cat { a: volume } } }", "1:22 1:47");

    [Fact]
    public void Different_shapes_below_are_refused() =>
        Refuses("{ pet { ... on Dog { home { v: owner } } ... on Cat { home { v: rooms } } } }", "1:22 1:29 1:55 1:62");

    [Fact]
    public void An_interface_may_be_either() =>
        Refuses("{ animal { a: id ... on Dog { a: name } } }", "1:12 1:31");

    [Fact]
    public void Conflicts_through_fragments_are_refused() =>
        Refuses("{ animal { ...F ...G } } fragment F on Animal { a: id } fragment G on Animal { ...H } fragment H on Animal { a: name }", "1:49 1:110");

    [Fact]
    public void Conflicts_below_are_refused_once_with_all_places() =>
        Refuses("{ animal { mother { a: id b: id } } animal { mother { a: name b: name } } }", "1:3 1:12 1:21 1:27 1:37 1:46 1:55 1:63");

    [Fact]
    public void Fields_with_and_without_conditions_conflict_too() =>
        Refuses("{ animal { a: id @skip(if: true) a: name @include(if: false) } }", "1:12 1:34");

    [Fact]
    public void A_circle_of_fragments_with_conflicts_ends() =>
        Refuses("{ animal { ...F } } fragment F on Animal { a: id mother { ...F a: name } friends { ...G } } fragment G on Animal { id }", "1:59", "1:64 1:44");
}
