using System.Collections.Immutable;
using Oms.Domain.Compatibility.Elements;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using ValueType = Oms.Domain.Ontology.ValueType;

namespace Oms.Domain.Tests.Compatibility.Elements;

/// <summary>For each rule a change that it finds. Taking the change back must not be found by it, but for the few that have no direction.</summary>
internal static class RuleExamples
{
    private static readonly MemberId First = MemberId.Trusted("m-1");
    private static readonly MemberId Second = MemberId.Trusted("m-2");
    private static readonly ElementId A = ElementId.Trusted("ot-a");
    private static readonly ElementId B = ElementId.Trusted("ot-b");
    private static readonly ElementId I = ElementId.Trusted("if-i");
    private static readonly ElementId S = ElementId.Trusted("sp-s");

    internal static readonly HashSet<string> WithoutDirection =
    [
        "ELEMENT_MOVED", "ELEMENT_LABELS_CHANGED", "ELEMENT_DESCRIPTION_CHANGED", "ELEMENT_TAGS_CHANGED", "MEMBER_LABELS_CHANGED", "MEMBER_DESCRIPTION_CHANGED",
        "OBJECT_TYPE_RENAMED", "LINK_TYPE_RENAMED", "INTERFACE_RENAMED", "SHARED_PROPERTY_RENAMED", "VALUE_TYPE_RENAMED", "STRUCT_TYPE_RENAMED", "ACTION_TYPE_RENAMED",
        "FUNCTION_TYPE_RENAMED", "TITLE_PROPERTY_CHANGED", "REQUIRED_LINK_RENAMED", "REQUIRED_LINK_RETARGETED", "LINK_END_RETARGETED", "LINK_END_RENAMED",
        "LINK_CARDINALITY_CHANGED", "LINK_MEANING_CHANGED", "LINK_PROPAGATION_CHANGED", "LINK_TRAVERSAL_CHANGED", "PRIMARY_KEY_MOVED", "PRIMARY_KEY_TYPE_CHANGED",
        "PROPERTY_SHARED_CHANGED", "MEMBERS_REORDERED", "VALUE_BASE_CHANGED", "VALUE_CONSTRAINT_CHANGED", "VALUE_FORMAT_CHANGED", "STRUCT_DISPLAY_CHANGED",
        "ACTION_TIMING_CHANGED", "ACTION_LIMITS_CHANGED", "ACTION_WEBHOOK_CHANGED", "ACTION_FUNCTIONS_CHANGED", "ACTION_CATEGORY_CHANGED", "FUNCTION_RETURN_CHANGED",
        "FUNCTION_CACHING_CHANGED", "FUNCTION_RUNTIME_CHANGED", "FUNCTION_LIMITS_CHANGED",
        .. new[] { "PROPERTY", "STRUCT_FIELD", "PARAMETER" }.SelectMany(k => new[] { "RENAMED", "TYPE_CHANGED", "DEFAULT_CHANGED", "CONSTRAINT_CHANGED" }.Select(r => $"{k}_{r}")),
    ];

    /// <summary>Nothing breaks when these are taken back, and no rule tells it.</summary>
    internal static readonly HashSet<string> UntoldTakenBack = ["ELEMENT_HIDDEN", "PROPERTY_HIDDEN", "MEMBER_ARCHIVED"];

    /// <summary>The rule that finds the example of a rule taken back.</summary>
    internal static string InverseOf(ElementRule rule) => rule.Inverse ?? rule.Id;

    internal static IReadOnlyDictionary<string, (Element[] Before, Element[] After)> All { get; } = Make();

    private static Dictionary<string, (Element[] Before, Element[] After)> Make()
    {
        var all = new Dictionary<string, (Element[], Element[])>();
        void Add(string rule, Element? before, Element? after) => all.Add(rule, (before is null ? [] : [before], after is null ? [] : [after]));

        Element[] kinds =
        [
            Type(), Link(), new Interface { Id = I, Name = "I" }, new SharedProperty { Id = S, Name = "S", Type = Text }, Value(), Struct(), Action(), Function(),
        ];
        string[] names = ["OBJECT_TYPE", "LINK_TYPE", "INTERFACE", "SHARED_PROPERTY", "VALUE_TYPE", "STRUCT_TYPE", "ACTION_TYPE", "FUNCTION_TYPE"];
        foreach (var (element, name) in kinds.Zip(names))
        {
            Add($"{name}_REMOVED", element, null);
            Add($"{name}_ADDED", null, element);
            Add($"{name}_RENAMED", element, element with { Name = "Other" });
        }

        var old = new Deprecation { Reason = "Old." };
        Add("ELEMENT_MOVED", Type(), Type() with { Namespace = "hr" });
        Add("ELEMENT_DEPRECATED", Type(), Type() with { Status = Status.Deprecated, Deprecation = old });
        Add("ELEMENT_RESTORED", Type() with { Status = Status.Deprecated, Deprecation = old }, Type());
        Add("ELEMENT_ARCHIVED", Type(), Type() with { Status = Status.Archived });
        Add("ELEMENT_UNARCHIVED", Type() with { Status = Status.Archived }, Type());
        Add("ELEMENT_BECAME_EXPERIMENTAL", Type(), Type() with { Status = Status.Experimental });
        Add("ELEMENT_BECAME_ACTIVE", Type() with { Status = Status.Experimental }, Type());
        Add("ELEMENT_HIDDEN", Type(), Type() with { Visibility = Visibility.Hidden });
        Add("ELEMENT_LABELS_CHANGED", Type(), Type() with { DisplayName = LocalizedText.English("Label") });
        Add("ELEMENT_DESCRIPTION_CHANGED", Type(), Type() with { Description = LocalizedText.English("Words.") });
        Add("ELEMENT_TAGS_CHANGED", Type(), Type() with { Tags = ["pii"] });
        Add("MEMBER_DEPRECATED", Type(Prop()), Type(Prop() with { Status = Status.Deprecated, Deprecation = old }));
        Add("MEMBER_RESTORED", Type(Prop() with { Status = Status.Deprecated, Deprecation = old }), Type(Prop()));
        Add("MEMBER_ARCHIVED", Type(Prop()), Type(Prop() with { Status = Status.Archived }));
        Add("MEMBER_BECAME_EXPERIMENTAL", Type(Prop()), Type(Prop() with { Status = Status.Experimental }));
        Add("MEMBER_BECAME_ACTIVE", Type(Prop() with { Status = Status.Experimental }), Type(Prop()));
        Add("MEMBER_LABELS_CHANGED", Type(Prop()), Type(Prop() with { DisplayName = LocalizedText.English("Label") }));
        Add("MEMBER_DESCRIPTION_CHANGED", Type(Prop()), Type(Prop() with { Description = LocalizedText.English("Words.") }));
        AddObjectTypes(Add);
        AddInterfaces(Add);
        AddLinks(Add);
        AddSlots(Add);
        AddProperties(Add);
        AddValues(Add);
        AddActions(Add);
        AddFunctions(Add);
        return all;
    }

    private static void AddObjectTypes(Action<string, Element?, Element?> add)
    {
        add("PARENT_REMOVED", Type() with { Parents = [B] }, Type());
        add("PARENT_ADDED", Type(), Type() with { Parents = [B] });
        add("IMPLEMENTED_INTERFACE_REMOVED", Type() with { Interfaces = [I] }, Type());
        add("IMPLEMENTED_INTERFACE_ADDED", Type(), Type() with { Interfaces = [I] });
        add("OBJECT_TYPE_BECAME_ABSTRACT", Type(), Type() with { IsAbstract = true });
        add("OBJECT_TYPE_BECAME_CONCRETE", Type() with { IsAbstract = true }, Type());
        add("OBJECT_TYPE_BECAME_IMMUTABLE", Type(), Type() with { IsImmutable = true });
        add("OBJECT_TYPE_BECAME_MUTABLE", Type() with { IsImmutable = true }, Type());
        add("TITLE_PROPERTY_CHANGED", Type(), Type() with { TitleProperty = First });
        add("CLASSIFICATION_RAISED", Type(), Type() with { Classification = Classification.Restricted });
        add("CLASSIFICATION_LOWERED", Type() with { Classification = Classification.Restricted }, Type());
    }

    private static void AddInterfaces(Action<string, Element?, Element?> add)
    {
        var bare = new Interface { Id = I, Name = "I" };
        var link = new RequiredLink { Id = First, Name = "owner", Target = A };
        add("EXTENDED_INTERFACE_REMOVED", bare with { Extends = [ElementId.Trusted("if-j")] }, bare);
        add("EXTENDED_INTERFACE_ADDED", bare, bare with { Extends = [ElementId.Trusted("if-j")] });
        add("REQUIRED_LINK_ADDED", bare, bare with { RequiredLinks = [link] });
        add("REQUIRED_LINK_REMOVED", bare with { RequiredLinks = [link] }, bare);
        add("REQUIRED_LINK_RENAMED", bare with { RequiredLinks = [link] }, bare with { RequiredLinks = [link with { Name = "holder" }] });
        add("REQUIRED_LINK_RETARGETED", bare with { RequiredLinks = [link] }, bare with { RequiredLinks = [link with { Target = B }] });
    }

    private static void AddLinks(Action<string, Element?, Element?> add)
    {
        add("LINK_END_RETARGETED", Link(), Link() with { To = Link().To with { Type = A } });
        add("LINK_END_RENAMED", Link(), Link() with { From = Link().From with { Name = "other" } });
        add("LINK_END_BECAME_REQUIRED", Link(), Link() with { From = Link().From with { IsRequired = true } });
        add("LINK_END_BECAME_OPTIONAL", Link() with { From = Link().From with { IsRequired = true } }, Link());
        add("LINK_CARDINALITY_WIDENED", Link() with { Cardinality = Cardinality.ManyToOne }, Link());
        add("LINK_CARDINALITY_NARROWED", Link(), Link() with { Cardinality = Cardinality.ManyToOne });
        add("LINK_CARDINALITY_CHANGED", Link() with { Cardinality = Cardinality.OneToMany }, Link() with { Cardinality = Cardinality.ManyToOne });
        add("LINK_BECAME_BIDIRECTIONAL", Link(), Link() with { Directionality = Directionality.Bidirectional });
        add("LINK_BECAME_UNIDIRECTIONAL", Link() with { Directionality = Directionality.Bidirectional }, Link());
        add("LINK_MEANING_CHANGED", Link(), Link() with { IsTransitive = true });
        add("LINK_CASCADE_ADDED", Link(), Link() with { CascadeDelete = true, CascadeDepth = 2 });
        add("LINK_CASCADE_REMOVED", Link() with { CascadeDelete = true }, Link() with { CascadeDelete = true, CascadeDepth = 2 });
        add("LINK_PROPAGATION_CHANGED", Link(), Link() with { StatePropagation = StatePropagation.Forward });
        add("LINK_TRAVERSAL_CHANGED", Link(), Link() with { TraversalDepth = 3 });
    }

    private static void AddSlots(Action<string, Element?, Element?> add)
    {
        Slots(add, "PROPERTY", (name, type, required, value, rules) => Type(new Property { Id = First, Name = name, Type = type, IsRequired = required ? true : null, DefaultValue = value, Constraints = rules }), Type());
        Slots(add, "STRUCT_FIELD", (name, type, required, value, rules) => Struct(new StructField { Id = First, Name = name, Type = type, IsRequired = required, DefaultValue = value, Constraints = rules }), Struct());
        Slots(add, "PARAMETER", (name, type, required, value, rules) => Action() with { Parameters = [new Parameter { Id = First, Name = name, Type = type, IsRequired = required, DefaultValue = value, Constraints = rules }] }, Action());
    }

    private static void Slots(
        Action<string, Element?, Element?> add, string kind, Func<string, TypeRef, bool, JsonLiteral?, ImmutableArray<Constraint>, Element> with, Element without)
    {
        Element Plain(TypeRef type, bool required = false) => with("f", type, required, null, []);
        Element Ruled(string json, ConstraintKind rule = ConstraintKind.Max) => with("f", Integer, false, null, [Rule(rule, json)]);
        add($"{kind}_REMOVED", Plain(Integer), without);
        add($"{kind}_ADDED", without, Plain(Integer));
        add($"{kind}_REQUIRED_ADDED", without, Plain(Integer, true));
        add($"{kind}_RENAMED", Plain(Integer), with("g", Integer, false, null, []));
        add($"{kind}_TYPE_WIDENED", Plain(Integer), Plain(TypeRef.Data("long")));
        add($"{kind}_TYPE_NARROWED", Plain(TypeRef.Data("long")), Plain(Integer));
        add($"{kind}_TYPE_CHANGED", Plain(Integer), Plain(Text));
        add($"{kind}_BECAME_LIST", Plain(Integer), Plain(TypeRef.ArrayOf(Integer)));
        add($"{kind}_BECAME_SINGLE", Plain(TypeRef.ArrayOf(Integer)), Plain(Integer));
        add($"{kind}_BECAME_REQUIRED", Plain(Integer), Plain(Integer, true));
        add($"{kind}_BECAME_REQUIRED_WITH_DEFAULT", Plain(Integer), with("f", Integer, true, new JsonLiteral("1"), []));
        add($"{kind}_BECAME_OPTIONAL", Plain(Integer, true), Plain(Integer));
        add($"{kind}_DEFAULT_CHANGED", Plain(Integer), with("f", Integer, false, new JsonLiteral("1"), []));
        add($"{kind}_CONSTRAINT_TIGHTENED", Ruled("100"), Ruled("50"));
        add($"{kind}_CONSTRAINT_RELAXED", Ruled("50"), Ruled("100"));
        add($"{kind}_CONSTRAINT_CHANGED", Ruled("\"a\"", ConstraintKind.Pattern), Ruled("\"b\"", ConstraintKind.Pattern));
    }

    private static void AddProperties(Action<string, Element?, Element?> add)
    {
        var key = Prop() with { IsPrimaryKey = true };
        add("PRIMARY_KEY_REMOVED", Type(key), Type(Prop()));
        add("PRIMARY_KEY_ADDED", Type(Prop()), Type(key));
        add("PRIMARY_KEY_MOVED", Type(key, Prop(Second, "q")), Type(Prop(), Prop(Second, "q") with { IsPrimaryKey = true }));
        add("PRIMARY_KEY_TYPE_CHANGED", Type(key), Type(key with { Type = Integer }));
        add("PROPERTY_BECAME_UNIQUE", Type(Prop()), Type(Prop() with { IsUnique = true }));
        add("PROPERTY_NO_LONGER_UNIQUE", Type(Prop() with { IsUnique = true }), Type(Prop()));
        add("PROPERTY_INDEX_ADDED", Type(Prop()), Type(Prop() with { IsIndexed = true }));
        add("PROPERTY_INDEX_REMOVED", Type(Prop() with { IsIndexed = true }), Type(Prop()));
        add("PROPERTY_SEARCH_ADDED", Type(Prop()), Type(Prop() with { IsSearchable = true }));
        add("PROPERTY_SEARCH_REMOVED", Type(Prop() with { IsSearchable = true }), Type(Prop()));
        add("PROPERTY_BECAME_IMMUTABLE", Type(Prop()), Type(Prop() with { IsImmutable = true }));
        add("PROPERTY_BECAME_MUTABLE", Type(Prop() with { IsImmutable = true }), Type(Prop()));
        add("PROPERTY_SHARED_CHANGED", Type(Prop()), Type(Prop() with { Type = null, SharedProperty = S }));
        add("PROPERTY_HIDDEN", Type(Prop()), Type(Prop() with { Visibility = Visibility.Hidden }));
        add("MEMBERS_REORDERED", Type(Prop(), Prop(Second, "q")), Type(Prop(Second, "q"), Prop()));
    }

    private static void AddValues(Action<string, Element?, Element?> add)
    {
        add("VALUE_BASE_WIDENED", Value() with { BaseType = Integer }, Value() with { BaseType = TypeRef.Data("long") });
        add("VALUE_BASE_NARROWED", Value() with { BaseType = TypeRef.Data("long") }, Value() with { BaseType = Integer });
        add("VALUE_BASE_CHANGED", Value(), Value() with { BaseType = Integer });
        add("VALUE_ADDED_TO_ENUM", Value(Rule(ConstraintKind.Enum, """["A"]""")), Value(Rule(ConstraintKind.Enum, """["A","B"]""")));
        add("VALUE_REMOVED_FROM_ENUM", Value(Rule(ConstraintKind.Enum, """["A","B"]""")), Value(Rule(ConstraintKind.Enum, """["A"]""")));
        add("VALUE_CONSTRAINT_TIGHTENED", Value(), Value(Rule(ConstraintKind.MaxLength, "5")));
        add("VALUE_CONSTRAINT_RELAXED", Value(Rule(ConstraintKind.MaxLength, "5")), Value());
        add("VALUE_CONSTRAINT_CHANGED", Value(Rule(ConstraintKind.Pattern, "\"a\"")), Value(Rule(ConstraintKind.Pattern, "\"b\"")));
        add("VALUE_FORMAT_CHANGED", Value(), Value() with { DisplayFormat = "{value} %" });
        add("STRUCT_DISPLAY_CHANGED", Struct(), Struct() with { DisplayTemplate = "{f}" });
    }

    private static void AddActions(Action<string, Element?, Element?> add)
    {
        var applied = Action() with { AppliesTo = [new Applicability { Type = A }] };
        add("APPLICABILITY_REMOVED", applied, Action());
        add("APPLICABILITY_ADDED", Action(), applied);
        add("ACTION_PERMISSION_ADDED", Action(), Action() with { RequiredPermissions = ["p"] });
        add("ACTION_PERMISSION_REMOVED", Action() with { RequiredPermissions = ["p"] }, Action());
        add("ACTION_APPROVAL_ADDED", Action(), Action() with { RequiresApproval = true });
        add("ACTION_APPROVAL_REMOVED", Action() with { RequiresApproval = true }, Action());
        add("ACTION_TIMING_CHANGED", Action(), Action() with { IsAsync = true });
        add("ACTION_BATCH_NARROWED", Action(), Action() with { BatchSize = 10 });
        add("ACTION_BATCH_WIDENED", Action() with { IsBatchable = false }, Action());
        add("ACTION_LIMITS_CHANGED", Action(), Action() with { TimeoutSeconds = 60 });
        add("ACTION_WEBHOOK_CHANGED", Action(), Action() with { Webhook = new Webhook { Url = "https://example.org/" } });
        add("ACTION_FUNCTIONS_CHANGED", Action(), Action() with { Functions = [ElementId.Trusted("ft-f")] });
        add("ACTION_CATEGORY_CHANGED", Action(), Action() with { Category = ActionCategory.Update });
    }

    private static void AddFunctions(Action<string, Element?, Element?> add)
    {
        add("FUNCTION_RETURN_WIDENED", Function() with { ReturnType = Integer }, Function() with { ReturnType = TypeRef.Data("long") });
        add("FUNCTION_RETURN_NARROWED", Function() with { ReturnType = TypeRef.Data("long") }, Function() with { ReturnType = Integer });
        add("FUNCTION_RETURN_CHANGED", Function(), Function() with { ReturnType = Integer });
        add("FUNCTION_MAY_RETURN_NULL", Function() with { ReturnsNull = false }, Function());
        add("FUNCTION_NEVER_RETURNS_NULL", Function(), Function() with { ReturnsNull = false });
        add("FUNCTION_SIDE_EFFECTS_ADDED", Function(), Function() with { HasSideEffects = true });
        add("FUNCTION_SIDE_EFFECTS_REMOVED", Function() with { HasSideEffects = true }, Function());
        add("FUNCTION_CACHING_CHANGED", Function(), Function() with { CacheTtlSeconds = 5 });
        add("FUNCTION_RUNTIME_CHANGED", Function(), Function() with { Runtime = FunctionRuntime.Sql });
        add("FUNCTION_LIMITS_CHANGED", Function(), Function() with { MemoryMb = 1 });
    }

    private static TypeRef Integer => TypeRef.Data("integer");

    private static TypeRef Text => TypeRef.Data("string");

    private static ObjectType Type(params Property[] properties) => new() { Id = A, Name = "A", Properties = [.. properties] };

    private static Property Prop(MemberId? id = null, string name = "p") => new() { Id = id ?? First, Name = name, Type = Text };

    private static LinkType Link() => new()
    {
        Id = ElementId.Trusted("lt-l"), Name = "L",
        From = new LinkEnd { Id = MemberId.Trusted("m-from"), Name = "to", Type = A }, To = new LinkEnd { Id = MemberId.Trusted("m-to"), Type = B },
    };

    private static ValueType Value(params Constraint[] rules) => new() { Id = ElementId.Trusted("vt-v"), Name = "V", BaseType = Text, Constraints = [.. rules] };

    private static StructType Struct(params StructField[] fields) => new() { Id = ElementId.Trusted("st-s"), Name = "S", Fields = [.. fields] };

    private static ActionType Action() => new() { Id = ElementId.Trusted("at-a"), Name = "act" };

    private static FunctionType Function() => new() { Id = ElementId.Trusted("ft-f"), Name = "fun", ReturnType = Text };

    private static Constraint Rule(ConstraintKind kind, string json) => new() { Kind = kind, Value = new JsonLiteral(json) };

    internal static Snapshot Of(params Element[] elements) =>
        Snapshot.Empty.With([.. elements.Select(e => new SnapshotWrite(e.Id, e, ObjectHash.Of(ElementJson.Write(e))))]);
}
