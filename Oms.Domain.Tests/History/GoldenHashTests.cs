using System.Collections.Immutable;
using System.Text;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Tests.Ontology;
using Shouldly;
using Xunit;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.History;

/// <summary>
/// Holds what hashes cover. A line of golden-hashes.txt is never changed or taken out: histories that are stored somewhere depend on it.
/// </summary>
public class GoldenHashTests
{
    private static readonly LocalizedText Label = new([new("en", "Label \"<é> 😀\u2028"), new("ko", "이름표")]);

    private static readonly Deprecation Old = new() { Reason = "old", Deadline = new DateOnly(2027, 1, 31), ReplacedBy = "m-2" };

    private static readonly TypeRef Map = new() { DataType = "map", Key = TypeRef.Data("string"), Items = TypeRef.ArrayOf(new TypeRef { DataType = "decimal", Precision = 38, Scale = 18 }) };

    private static readonly ImmutableArray<Constraint> Rules =
        [new Constraint { Kind = ConstraintKind.Pattern, Value = new JsonLiteral("\"[a-z]+\""), Message = "letters" }, new Constraint { Kind = ConstraintKind.MaxLength, Value = new JsonLiteral("9") }];

    private static readonly Property Full = new()
    {
        Id = MemberId.Trusted("m-1"), Name = "full", DisplayName = Label, Description = Label, Status = Status.Deprecated, Deprecation = Old,
        Type = Map, IsRequired = false, IsIndexed = true, IsUnique = true, IsSearchable = true, IsPrimaryKey = true, IsImmutable = true,
        DefaultValue = new JsonLiteral("""{"a":[1,2.50,null]}"""), Constraints = Rules, Visibility = Visibility.Advanced,
        UiHints = new UiHints { InputType = "i", Placeholder = "p", HelpText = "h", Format = "f", Unit = "u", IsMultiline = true, IsPassword = true },
    };

    public static TheoryData<string> Names => [.. Golden.Keys];

    private static Dictionary<string, string> Golden { get; } = ReadGolden();

    private static Dictionary<string, Func<ObjectHash>> Values { get; } = new()
    {
        ["object-type-empty"] = () => Of(new ObjectType()),
        ["object-type-plain"] = () => Of(new ObjectType { Id = ElementId.Trusted("ot-1"), Name = "Person" }),
        ["object-type-full"] = () => Of(new ObjectType
        {
            Id = ElementId.Trusted("ot-1"), Name = "Person", Namespace = "hr.core", DisplayName = Label, Description = Label,
            Status = Status.Deprecated, Deprecation = Old, Visibility = Visibility.Hidden, Tags = ["a", "b"], Source = "https://schema.org/Person",
            PluralDisplayName = Label, Parents = [ElementId.Trusted("ot-2")], Interfaces = [ElementId.Trusted("if-1")], IsAbstract = true,
            IsImmutable = true, Icon = "user", Color = "#00FF00", DocUrl = "https://example.org", Classification = Classification.Restricted,
            TitleProperty = MemberId.Trusted("m-1"), SubtitleProperty = MemberId.Trusted("m-2"),
            Properties = [Full, new Property { Id = MemberId.Trusted("m-2"), Name = "shared", SharedProperty = ElementId.Trusted("sp-1") }],
        }),
        ["link-type-plain"] = () => Of(new LinkType { Id = ElementId.Trusted("lt-1"), Name = "knows" }),
        ["link-type-full"] = () => Of(new LinkType
        {
            Id = ElementId.Trusted("lt-1"), Name = "knows",
            From = new LinkEnd { Id = MemberId.Trusted("m-1"), Name = "knows", Type = ElementId.Trusted("ot-1"), IsRequired = true },
            To = new LinkEnd { Id = MemberId.Trusted("m-2"), Name = "knownBy", Type = ElementId.Trusted("if-1") },
            Cardinality = Cardinality.OneToMany, Directionality = Directionality.Bidirectional, IsTransitive = true, IsSymmetric = true,
            CascadeDelete = true, CascadeDepth = 5, TraversalDepth = 0, PermissionInheritance = PermissionInheritance.Custom,
            StatePropagation = StatePropagation.Both, Properties = [Full],
        }),
        ["interface-full"] = () => Of(new Interface
        {
            Id = ElementId.Trusted("if-1"), Name = "Named", Extends = [ElementId.Trusted("if-2")], Properties = [Full],
            RequiredLinks = [new RequiredLink { Id = MemberId.Trusted("m-3"), Name = "owns", Target = ElementId.Trusted("ot-1"), Cardinality = Cardinality.OneToOne }],
        }),
        ["shared-property-full"] = () => Of(new SharedProperty
        {
            Id = ElementId.Trusted("sp-1"), Name = "label", Type = new TypeRef { ValueType = ElementId.Trusted("vt-url") }, IsRequired = true,
            IsIndexed = true, IsUnique = true, IsSearchable = true, DefaultValue = new JsonLiteral("\"https://x\""), Constraints = Rules,
        }),
        ["value-type-full"] = () => Of(new ValueType
        {
            Id = ElementId.Trusted("vt-1"), Name = "sku", Category = ValueCategory.Identifier, BaseType = TypeRef.Data("string"), Constraints = Rules,
            Version = 3, DisplayFormat = "#{value}", InputMask = "AAA", Examples = [new JsonLiteral("\"abc\"")],
        }),
        ["struct-type-full"] = () => Of(new StructType
        {
            Id = ElementId.Trusted("st-1"), Name = "span", DisplayTemplate = "{from}",
            Fields = [new StructField { Id = MemberId.Trusted("m-1"), Name = "from", Type = TypeRef.Data("date"), IsRequired = true, DefaultValue = new JsonLiteral("\"2024-01-01\""), Constraints = Rules }],
        }),
        ["action-type-full"] = () => Of(new ActionType
        {
            Id = ElementId.Trusted("at-1"), Name = "hire", Category = ActionCategory.Workflow,
            AppliesTo = [new Applicability { Type = ElementId.Trusted("ot-1"), Role = ApplicabilityRole.Related, IsRequired = false }],
            Parameters = [new Parameter { Id = MemberId.Trusted("m-1"), Name = "who", Type = new TypeRef { ObjectType = ElementId.Trusted("ot-1") }, IsRequired = false }],
            Functions = [ElementId.Trusted("ft-1")], Webhook = new Webhook { Url = "https://x.org/h", Method = "PUT" }, IsBatchable = false,
            IsAsync = true, RequiresApproval = true, ApprovalRoles = ["admin"], RequiredPermissions = ["p"], MaxRetries = 0, TimeoutSeconds = 1, BatchSize = 1,
        }),
        ["function-type-full"] = () => Of(new FunctionType
        {
            Id = ElementId.Trusted("ft-1"), Name = "score", Category = FunctionCategory.MlInference,
            Parameters = [new Parameter { Id = MemberId.Trusted("m-1"), Name = "x", Type = new TypeRef { DataType = "vector", Dimensions = 4096 }, Direction = ParameterDirection.InOut, DefaultValue = new JsonLiteral("[0]"), Constraints = Rules }],
            ReturnType = new TypeRef { StructType = ElementId.Trusted("st-address") }, ReturnsNull = false, Runtime = FunctionRuntime.JavaScript, RuntimeVersion = "22",
            Implementation = "score.js", TimeoutMs = 1, MemoryMb = 1, IsDeterministic = false, IsCacheable = false, CacheTtlSeconds = 60, HasSideEffects = true,
        }),
        ["commit-first"] = () => Commit().Id,
        ["commit-merge"] = () => CommitBuilder.Build(
            ObjectHash.Of("tree"u8), [Commit(), Commit()], [], "ada", new DateTimeOffset(2026, 2, 28, 23, 59, 59, 7, TimeSpan.Zero), "merge \"b\"", ["X-1", "X-2"]).Record.Id,
        ["map-1"] = () => MapOf(1),
        ["map-16"] = () => MapOf(16),
        ["map-17"] = () => MapOf(17),
        ["map-1000"] = () => MapOf(1000),
        ["map-20000"] = () => MapOf(20_000),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hash_is_what_it_always_was(string name) => Values[name]().Value.ShouldBe(Golden[name]);

    [Fact]
    public void Every_value_has_its_line() =>
        string.Join('\n', Values.Where(v => !Golden.ContainsKey(v.Key)).Select(v => $"{v.Key} {v.Value()}")).ShouldBeEmpty();

    [Fact]
    public void Canonical_json_looks_as_it_always_did() => Encoding.UTF8.GetString(ElementJson.Write(new ObjectType
    {
        Id = ElementId.Trusted("ot-1"), Name = "Person", DisplayName = Label, Status = Status.Experimental,
        Properties = [new Property { Id = MemberId.Trusted("m-1"), Name = "a", Type = Map, IsRequired = false }],
    })).ShouldBe(
        "{\"displayName\":{\"en\":\"Label \\\"<é> 😀\u2028\",\"ko\":\"이름표\"},\"id\":\"ot-1\",\"name\":\"Person\",\"properties\":[{\"id\":\"m-1\",\"isRequired\":false,\"name\":\"a\",\"type\":{\"dataType\":\"map\",\"items\":{\"dataType\":\"array\",\"items\":{\"dataType\":\"decimal\",\"precision\":38,\"scale\":18}},\"key\":{\"dataType\":\"string\"}}}],\"status\":\"EXPERIMENTAL\"}");

    [Theory]
    [InlineData(10)]
    [InlineData(11)]
    public void Definitions_read_back_are_written_the_same(int seed)
    {
        var commits = new RandomCommits(seed);
        foreach (var operation in Enumerable.Range(0, 300).SelectMany(_ => commits.Next()).OfType<Domain.Ontology.Editing.CreateElement>())
        {
            var bytes = ElementJson.Write(operation.Element);
            ElementJson.Write(ElementJson.Read(operation.Element.Kind, bytes)).ShouldBe(bytes);
        }
    }

    private static ObjectHash Of(Element element) => ObjectHash.Of(ElementJson.Write(element));

    private static CommitRecord Commit() => CommitBuilder.Build(default, [], [], "ada", DateTimeOffset.UnixEpoch, "first", []).Record;

    private static ObjectHash MapOf(int count) => MerkleMap.Empty.With(
        Enumerable.Range(0, count).Select(i => new MerkleEntry(MerkleMapTests.Id(i), ObjectHash.Of(Encoding.UTF8.GetBytes($"{i}"))))).Root;

    private static Dictionary<string, string> ReadGolden()
    {
        using var stream = typeof(GoldenHashTests).Assembly.GetManifestResourceStream("golden-hashes.txt")!;
        return new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts.ElementAtOrDefault(1) ?? string.Empty);
    }
}
