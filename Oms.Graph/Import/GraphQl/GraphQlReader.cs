using System.Collections.Immutable;
using Oms.Domain.Import;
using Oms.Domain.Import.GraphQl;
using Oms.Domain.Refusals;
using Oms.Engine.Language;
using Oms.Engine.Types;

namespace Oms.Graph.Import.GraphQl;

/// <summary>
/// Reads the schema definition language (GraphQL specification, section 3) as published schemas have it: what the specification forbids is
/// read as graphql-js does where it is told to assume that a schema is good, and is told in <see cref="GraphQlSchema.LetPass"/>.
/// </summary>
internal static class GraphQlReader
{
    // No published schema has types or values within each other as deep as this; the parser refuses what is deeper.
    private static readonly ParserOptions Limits = ParserOptions.TypeSystem with { MaxAllowedDepth = 100 };

    private const string UnknownType = "KnownTypeNames";

    // A file of which this many are missing is half of a schema.
    private const int MostUnknown = 20;

    // Gathering tells these itself, with how it read them.
    private static readonly HashSet<string> TwiceTold = new(StringComparer.Ordinal)
    {
        "LoneSchemaDefinition", "PossibleTypeExtensions", "UniqueArgumentDefinitionNames", "UniqueDirectiveNames", "UniqueEnumValueNames",
        "UniqueFieldDefinitionNames", "UniqueInputFieldNames", "UniqueTypeNames",
    };

    /// <summary>Reads files as one document.</summary>
    internal static Result<GraphQlSchema> Read(ImmutableArray<ImportFile> files, Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var documents = new List<(ImportFile, DocumentNode)>();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = Parse(file, progress);
            if (!document.IsOk)
                return document.Refusals;
            documents.Add((file, document.Value));
        }

        return Gather(documents, cancellationToken);
    }

    private static Result<GraphQlSchema> Gather(IReadOnlyList<(ImportFile File, DocumentNode Document)> documents, CancellationToken cancellationToken)
    {
        var gathering = new GraphQlGathering();
        foreach (var (file, document) in documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var definition in document.Definitions)
                if (!gathering.Take(definition))
                    return Invalid(file, definition.Location.Line, "an operation or fragment stands in it, and only definitions of a schema are read");
        }

        return gathering.IsEmpty ? Invalid(documents[0].File, null, "it defines no type") : gathering.Finish();
    }

    /// <summary>As <see cref="Read"/>, held against every rule of the specification: what breaks one is told, and a type that nobody defines is refused.</summary>
    internal static Result<GraphQlSchema> ReadHeldAgainstRules(ImportFile file, CancellationToken cancellationToken)
    {
        var document = Parse(file, null);
        if (!document.IsOk)
            return document.Refusals;
        var schema = Gather([(file, document.Value)], cancellationToken);
        if (!schema.IsOk)
            return schema;
        SchemaBuilder.New().AddDocument(document.Value).TryBuildLenient(out _, out var broken);
        ImmutableArray<Refusal> missing = [.. broken.Where(e => e.Rule == UnknownType).Take(MostUnknown).Select(e => Invalid(file, LineOf(e), e.Message.TrimEnd('.')))];
        return missing.IsEmpty
            ? schema.Value with { LetPass = schema.Value.LetPass.AddRange(broken.Where(e => !TwiceTold.Contains(e.Rule ?? string.Empty)).Select(ToldOf)) }
            : missing;
    }

    private static Unmapped ToldOf(SchemaError error) => new(error.Coordinate ?? "schema", error.Message, LineOf(error));

    private static int? LineOf(SchemaError error) => error.Locations.IsDefaultOrEmpty || error.Locations[0].IsNone ? null : error.Locations[0].Line;

    private static Result<DocumentNode> Parse(ImportFile file, Action<ImportProgress>? progress)
    {
        var opened = file.Open();
        if (!opened.IsOk)
            return opened.Refusals;
        try
        {
            using var content = UnpackedStream.Over(opened.Value);
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            progress?.Invoke(new ImportProgress(file.Name, bytes.Length));
            return Parser.ParseDocument(Source.FromUtf8(WithoutMark(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)), file.Name), Limits);
        }
        catch (SyntaxException e)
        {
            return Invalid(file, e.Line, e.Message.TrimEnd('.'));
        }
        catch (InvalidDataException e)
        {
            return Invalid(file, null, e.Message.TrimEnd('.'));
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> utf8) => utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;

    private static ImportFileInvalid Invalid(ImportFile file, int? line, string what) => new(file.Name, line, what) { Path = ["files"] };
}
