using System.Reflection;
using System.Text.RegularExpressions;
using Oms.Engine.Configuration;
using Oms.Engine.Execution;
using Oms.Engine.Language;
using Oms.Engine.Redis;
using Shouldly;
using Xunit;

namespace Oms.Engine.Tests.Configuration;

/// <summary>What the engine's README says is there under Hot Chocolate's name is there, and what it says is not there is not.</summary>
public sealed partial class ReadmeTests
{
    // Of .NET, of the wire, of Hot Chocolate's own prose, or a value of an option.
    private static readonly HashSet<string> Elsewhere =
    [
        "CancellationToken", "ClaimsPrincipal", "IQueryable", "RequireAuthorization", "RequireCors", "GraphQL", "Upload", "Query", "Mutation", "Subscription", "Name", "Accept",
        "XException", "XError", "Error", "CreateErrorFrom", "Filtering", "Sorting",
    ];

    private static readonly HashSet<string> Known = [.. KnownNames()];

    [Fact]
    public void What_is_the_same_is_there_under_its_name()
    {
        var missing = Rows().Where(r => r.Mark == "=").SelectMany(r => NamesIn(r.Theirs)).Distinct().Where(n => !Known.Contains(n) && !Elsewhere.Contains(n) && !IsGenerated(n));
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_there_is_not()
    {
        HashSet<string> there = [.. Types().Where(t => typeof(Attribute).IsAssignableFrom(t)).Select(t => $"[{NameOf(t)}{(t.IsGenericType ? "<" : "")}"), .. Methods(), .. typeof(SchemaOptions).GetProperties().Select(p => p.Name)];
        Rows().Where(r => r.Mark == "–").SelectMany(r => CodePattern().Matches(r.Theirs)).Select(code => StartPattern().Match(code.Groups[1].Value).Value).Where(there.Contains).ShouldBeEmpty();
    }

    [Fact]
    public void Every_public_attribute_and_every_method_of_the_builder_and_of_endpoints_is_in_it()
    {
        var readme = File.ReadAllText(ReadmePath());
        var attributes = Types().Where(t => typeof(Attribute).IsAssignableFrom(t)).Select(NameOf);
        attributes.Concat(Methods()).Distinct().Where(n => !readme.Contains(n, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static IEnumerable<Type> Types() => Assemblies().SelectMany(a => a.GetExportedTypes());

    private static IEnumerable<string> Methods() => Types().Where(t => t is { IsSealed: true, IsAbstract: true }).SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Static))
        .Where(m => m.GetParameters() is [{ ParameterType: var first }, ..] && (first == typeof(IRequestExecutorBuilder) || first.Name is "IEndpointRouteBuilder" or "IServiceCollection" or "IHost"))
        .Select(m => m.Name);

    private static IEnumerable<(string Theirs, string Mark)> Rows()
    {
        var isMapping = false;
        foreach (var line in File.ReadLines(ReadmePath()))
        {
            if (line.StartsWith("| ", StringComparison.Ordinal) && line.EndsWith("| here | |", StringComparison.Ordinal))
                isMapping = line.StartsWith("| Hot Chocolate |", StringComparison.Ordinal);
            else if (isMapping && RowPattern().Match(line) is { Success: true } row)
                yield return (row.Groups["theirs"].Value, row.Groups["mark"].Value);
        }
    }

    private static IEnumerable<string> NamesIn(string cell) =>
        CodePattern().Matches(cell).SelectMany(code => NamePattern().Matches(code.Groups[1].Value)).Select(name => name.Value);

    // Types that are made for each schema, and codes.
    private static bool IsGenerated(string name) => CodeOfErrorPattern().IsMatch(name) || name.EndsWith("Input", StringComparison.Ordinal)
        || name.EndsWith("Payload", StringComparison.Ordinal) || name.Contains("FilterInput", StringComparison.Ordinal) || name == "SortEnumType" || name.EndsWith("Connection", StringComparison.Ordinal) || name.EndsWith("Edge", StringComparison.Ordinal);

    private static IEnumerable<string> KnownNames()
    {
        foreach (var type in Types())
        {
            yield return NameOf(type);
            foreach (var member in type.GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly))
                yield return member.Name;
        }

        foreach (var directive in ServerDirectives.Document.Definitions.OfType<DirectiveDefinitionNode>())
            yield return "@" + directive.Name.Value;
    }

    private static Assembly[] Assemblies() => [typeof(IRequestExecutor).Assembly, typeof(RedisErrorCodes).Assembly];

    private static string NameOf(Type type)
    {
        var name = type.Name.Split('`')[0];
        return typeof(Attribute).IsAssignableFrom(type) && name != "ObjectFieldDescriptorAttribute" ? name[..^"Attribute".Length] : name;
    }

    private static string ReadmePath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Oms.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        return Path.Combine(folder.FullName, "Oms.Engine", "README.md");
    }

    [GeneratedRegex(@"^\| (?<theirs>.+?) \| (?<mark>[=≈–]|[^|]*) \|")]
    private static partial Regex RowPattern();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex CodePattern();

    // Names as C# has them, with a small letter in them, and directives.
    [GeneratedRegex(@"(?<![\w.{])(?:@[a-z]\w+|[A-Z]\w*[a-z]\w*)(?!\w)")]
    private static partial Regex NamePattern();

    // An attribute with its bracket, and with another when it is generic; or a name.
    [GeneratedRegex(@"^\[?\w+(?:(?<=\[\w+)<)?")]
    private static partial Regex StartPattern();

    [GeneratedRegex(@"^HC\d+$")]
    private static partial Regex CodeOfErrorPattern();
}
