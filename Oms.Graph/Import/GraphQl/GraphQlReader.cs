using System.Collections.Immutable;
using Oms.Domain.Import;
using Oms.Domain.Import.GraphQl;
using Oms.Domain.Refusals;
using Oms.Engine.Language;

namespace Oms.Graph.Import.GraphQl;

/// <summary>
/// Reads the schema definition language (GraphQL specification, section 3) as published schemas have it: what the specification forbids is
/// read as graphql-js does where it is told to assume that a schema is good, and is told in <see cref="GraphQlSchema.LetPass"/>.
/// </summary>
internal static class GraphQlReader
{
    // No published schema has types or values within each other as deep as this; the parser refuses what is deeper.
    private static readonly ParserOptions Limits = ParserOptions.TypeSystem with { MaxAllowedDepth = 100 };

    /// <summary>Reads files as one document.</summary>
    internal static Result<GraphQlSchema> Read(ImmutableArray<ImportFile> files, Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var gathering = new GraphQlGathering();
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = Parse(file, progress);
            if (!document.IsOk)
                return document.Refusals;
            foreach (var definition in document.Value.Definitions)
                if (!gathering.Take(definition))
                    return Invalid(file, definition.Location.Line, "an operation or fragment stands in it, and only definitions of a schema are read");
        }

        return gathering.IsEmpty ? Invalid(files[0], null, "it defines no type") : gathering.Finish();
    }

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
