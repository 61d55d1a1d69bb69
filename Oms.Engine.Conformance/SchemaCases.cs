using System.Text.Json;
using Oms.Engine.Language;
using Oms.Engine.Types;
using Oms.Engine.Validation;

namespace Oms.Engine.Conformance;

/// <summary>Cases about schemas, and documents held against them (spec 3 and 5).</summary>
internal static class SchemaCases
{
    private static readonly SchemaBuilderOptions Lenient = SchemaBuilderOptions.Default with
    {
        StrictValidation = false, ScalarCoercions = new Dictionary<string, ScalarCoercion>(),
    };

    // Cases with the same schema come in runs, and one that compares has two.
    private static readonly Dictionary<string, Schema> Schemas = new(StringComparer.Ordinal);

    public static object Build(JsonElement input)
    {
        var errors = TryBuild(InputText.Get(input, "sdl"), Lenient with { StrictValidation = true }, out _);
        return errors.Count == 0
            ? new Dictionary<string, object?> { ["ok"] = true }
            : new Dictionary<string, object?> { ["ok"] = false, ["errors"] = errors.Select(Describe).ToList() };
    }

    public static object Print(JsonElement input) => new Dictionary<string, object?> { ["printed"] = SchemaPrinter.Print(Get(InputText.Get(input, "sdl"))) };

    public static object Coordinate(JsonElement input)
    {
        if (!SchemaCoordinate.TryParse(InputText.Get(input, "source"), out var coordinate))
            return new Dictionary<string, object?> { ["ok"] = false };
        var member = InputText.Find(input, "sdl") is { } sdl ? Get(sdl).FindMember(coordinate.Value) : null;
        return new Dictionary<string, object?> { ["ok"] = true, ["resolved"] = member?.GetType().Name };
    }

    public static object Compare(JsonElement input)
    {
        var changes = SchemaComparison.Compare(Get(InputText.Get(input, "old")), Get(InputText.Get(input, "new")));
        return new Dictionary<string, object?>
        {
            ["breaking"] = changes.Where(c => c.IsBreaking).Select(c => c.Code).ToList(),
            ["dangerous"] = changes.Where(c => !c.IsBreaking).Select(c => c.Code).ToList(),
        };
    }

    public static object Validate(JsonElement input)
    {
        var document = Parser.ParseDocument(new Source(InputText.Get(input, "document")), EvaluationLimits.Parser);
        var errors = DocumentValidator.Validate(Get(InputText.Get(input, "sdl")), document, ValidationOptions.Unlimited);
        return new Dictionary<string, object?>
        {
            ["errors"] = errors.Select(e => new Dictionary<string, object?> { ["message"] = e.Message, ["locations"] = e.Locations.Select(Place).ToList() }).ToList(),
        };
    }

    /// <summary>The schema of a text that is known to be one.</summary>
    public static Schema Get(string sdl)
    {
        if (Schemas.TryGetValue(sdl, out var known))
            return known;
        if (Schemas.Count == 64)
            Schemas.Clear();
        var errors = TryBuild(sdl, Lenient, out var schema);
        return errors.Count == 0 ? Schemas[sdl] = schema! : throw new SchemaException([.. errors]);
    }

    /// <summary>A place, counted from one.</summary>
    public static object Place(SourcePosition place) => new Dictionary<string, object?> { ["line"] = place.Line, ["column"] = place.Column };

    private static IReadOnlyList<SchemaError> TryBuild(string sdl, SchemaBuilderOptions options, out Schema? schema)
    {
        schema = null;
        try
        {
            var document = Parser.ParseDocument(new Source(sdl), EvaluationLimits.Parser);
            SchemaBuilder.New().AddDocument(document).SetOptions(options).TryBuild(out schema, out var errors);
            return errors;
        }
        catch (SyntaxException e)
        {
            return [new SchemaError(SchemaErrorPhase.Syntax, e.Message, [e.Location])];
        }
    }

    private static object Describe(SchemaError error) => new Dictionary<string, object?>
    {
        ["message"] = error.Message, ["locations"] = error.Locations.Where(l => !l.IsNone).Select(l => Place(l.GetPosition())).ToList(),
    };
}
