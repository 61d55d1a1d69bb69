using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Oms.Domain.History;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Oms.Engine.Types;

namespace Oms.Graph.Editing;

/// <summary>Reads the operations of a commit from what the client sent; <c>schema.graphql</c> has checked their shape already.</summary>
/// <param name="type">The schema's <c>OperationInput</c>.</param>
internal sealed class OperationReader(InputObjectType type)
{
    /// <summary>Reads a list of operations, or says which have not the form of the model.</summary>
    internal Result<ImmutableArray<Operation>> Read(IReadOnlyList<object?> operations)
    {
        var read = ImmutableArray.CreateBuilder<Operation>(operations.Count);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        for (var i = 0; i < operations.Count; i++)
        {
            var (name, value) = ((IReadOnlyDictionary<string, object?>)operations[i]!).Single();
            try
            {
                read.Add(Read(name, (IReadOnlyDictionary<string, object?>)value!));
            }
            catch (JsonException e)
            {
                // The model's reader reports a value that a field can not hold only so.
                refusals.Add(Refuse(e, i, name));
            }
        }

        return refusals.Count > 0 ? refusals.ToImmutable() : read.ToImmutable();
    }

    private Operation Read(string name, IReadOnlyDictionary<string, object?> value)
    {
        var inputType = (InputObjectType)type.Fields[name].Type.NullableType;
        if (KindAfter(name, "create") is { } made)
            return new CreateElement(Parse(made, InputJson.Definition(inputType, value)));
        if (KindAfter(name, "update") is { } changed)
            return new UpdateElement(ElementOf(value), InputJson.Patch(inputType, value, "element")) { Kind = changed };
        return name switch
        {
            "addProperty" => Add<Property>(inputType, value, "property"),
            "addRequiredLink" => Add<RequiredLink>(inputType, value, "requiredLink"),
            "addStructField" => Add<StructField>(inputType, value, "structField"),
            "addParameter" => Add<Parameter>(inputType, value, "parameter"),
            "updateProperty" or "updateRequiredLink" or "updateStructField" or "updateParameter" or "updateLinkEnd" =>
                new UpdateMember(ElementOf(value), MemberOf(value), InputJson.Patch(inputType, value, "element", "kind", "member")),
            _ => Generic(name, value),
        } with
        { Kind = KindOf(value) };
    }

    private static Operation Generic(string name, IReadOnlyDictionary<string, object?> value)
    {
        var element = ElementOf(value);
        return name switch
        {
            "rename" => new RenameElement(element, (string)value["name"]!),
            "move" => new MoveElement(element, (string)value["namespace"]!),
            "deprecate" => new DeprecateElement(element, DeprecationOf(value)),
            "restore" => new RestoreElement(element),
            "delete" => new DeleteElement(element, (bool)value["force"]!),
            "renameMember" => new RenameMember(element, MemberOf(value), (string)value["name"]!),
            "moveMember" => new MoveMember(element, MemberOf(value), (int)value["position"]!),
            "deprecateMember" => new DeprecateMember(element, MemberOf(value), DeprecationOf(value)),
            "restoreMember" => new RestoreMember(element, MemberOf(value)),
            "removeMember" => new RemoveMember(element, MemberOf(value), (bool)value["force"]!),
            _ => throw new InvalidOperationException($"the schema has an operation {name} that nothing reads"),
        };
    }

    /// <summary>The deprecation that an input with <c>reason</c>, <c>deadline</c> and <c>replacedBy</c> describes.</summary>
    internal static Deprecation DeprecationOf(IReadOnlyDictionary<string, object?> value) => new()
    {
        Reason = (string)value["reason"]!,
        Deadline = value.GetValueOrDefault("deadline") as DateOnly?,
        ReplacedBy = value.GetValueOrDefault("replacedBy") is string replacement ? InputId.Stable(replacement) : null,
    };

    /// <summary>The element that an input's <c>element</c> names.</summary>
    internal static ElementId ElementOf(IReadOnlyDictionary<string, object?> value) => InputId.Element(value["element"]);

    /// <summary>The kind that an input's <c>kind</c> names; null where it names none.</summary>
    internal static ElementKind? KindOf(IReadOnlyDictionary<string, object?> value) => value.GetValueOrDefault("kind") switch
    {
        null => null,
        ElementKind kind => kind,
        var name => Enum.GetValues<ElementKind>().Single(k => JsonNamingPolicy.SnakeCaseUpper.ConvertName(k.ToString()) == (string)name),
    };

    private static MemberId MemberOf(IReadOnlyDictionary<string, object?> value) => InputId.Member(value["member"]);

    private static AddMember Add<TMember>(InputObjectType type, IReadOnlyDictionary<string, object?> value, string field)
        where TMember : Member
    {
        var json = InputJson.Definition((InputObjectType)type.Fields[field].Type.NullableType, (IReadOnlyDictionary<string, object?>)value[field]!);
        return new AddMember(ElementOf(value), JsonSerializer.Deserialize<TMember>(json.Text, CanonicalJson.Options)!, (int?)value.GetValueOrDefault("position"));
    }

    private static Element Parse(ElementKind kind, JsonLiteral json) => ElementJson.Read(kind, Encoding.UTF8.GetBytes(json.Text));

    private static ElementKind? KindAfter(string name, string verb) =>
        name.StartsWith(verb, StringComparison.Ordinal) && Enum.TryParse<ElementKind>(name.AsSpan(verb.Length), out var kind) ? kind : null;

    private static MalformedInput Refuse(JsonException e, int index, string name)
    {
        ImmutableArray<string> path = ["operations", index.ToString(CultureInfo.InvariantCulture), name];
        var inner = (e.Path ?? "$").TrimStart('$').Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        return new MalformedInput($"A value here has not the form that its field asks for.") { Path = path.AddRange(inner) };
    }
}
