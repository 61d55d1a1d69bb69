using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Oms.Engine.Configuration;
using Oms.Engine.Tests.Execution;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Binding;

public sealed class ResolverArguments
{
    private const string Sdl = """
        enum Shade { LIGHT_BLUE DARK_RED }
        input Point { x: Int! y: Int = 7 label: String shades: [Shade!] }
        type Query { echo(point: Point, points: [Point!], shade: Shade, name: String, ids: [ID!], wide: Float): String! }
        """;

    private enum Shade
    {
        LightBlue,
        DarkRed,
    }

    [Fact]
    public async Task Input_objects_become_records() =>
        (await EchoAsync((Point? point) => $"{point!.X} {point.Y} {point.Label} {string.Join('+', point.Shades!)}", "point: {x: 1, label: \"a\", shades: [DARK_RED, LIGHT_BLUE]}"))
            .ShouldBe("1 7 a DarkRed+LightBlue");

    [Fact]
    public async Task Lists_of_input_objects_become_lists_of_records() =>
        (await EchoAsync((IReadOnlyList<Point>? points) => string.Join(' ', points!.Select(p => p.X + p.Y)), "points: [{x: 1}, {x: 2, y: 3}]")).ShouldBe("8 5");

    [Fact]
    public async Task One_value_stands_for_a_list_of_it() =>
        (await EchoAsync((ImmutableArray<string>? ids) => string.Join(' ', ids!.Value), "ids: 7")).ShouldBe("7");

    [Fact]
    public async Task Enum_values_are_found_by_their_upper_case_names() =>
        (await EchoAsync((Shade? shade) => $"{shade}", "shade: DARK_RED")).ShouldBe("DarkRed");

    [Theory]
    [InlineData("", "absent")]
    [InlineData("name: null", "null")]
    [InlineData("name: \"a\"", "a")]
    public async Task Optional_tells_absent_from_null(string arguments, string expected) =>
        (await EchoAsync((Optional<string?> name) => name.HasValue ? name.Value ?? "null" : "absent", arguments)).ShouldBe(expected);

    [Fact]
    public async Task Whole_numbers_are_Floats_too() => (await EchoAsync((double? wide) => $"{wide / 2}", "wide: 3")).ShouldBe("1.5");

    [Fact]
    public async Task Variables_are_converted_as_literals_are()
    {
        var answer = await Requests.Server(Sdl).AddResolver("Query", "echo", (Point? point) => $"{point!.X} {point.Y}")
            .AskAsync("query($p: Point) { echo(point: $p) }", """{"p":{"x":1,"y":null}}""");
        Requests.Read(answer).GetProperty("data").GetProperty("echo").GetString().ShouldBe("1 ");
    }

    private static async Task<string> EchoAsync(Delegate resolver, string arguments)
    {
        var answer = await Requests.Server(Sdl).AddResolver("Query", "echo", resolver).AskAsync(arguments.Length == 0 ? "{ echo }" : $"{{ echo({arguments}) }}");
        return Requests.Read(answer).GetProperty("data").GetProperty("echo").GetString()!;
    }

    private sealed record Point(int X, int? Y, string? Label, IReadOnlyList<Shade>? Shades);
}
