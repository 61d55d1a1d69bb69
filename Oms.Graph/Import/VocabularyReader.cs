using System.Collections.Immutable;
using Oms.Domain.Import;
using Oms.Domain.Import.GraphQl;
using Oms.Domain.Import.LinkMl;
using Oms.Domain.Import.Rdf;
using Oms.Domain.Import.SchemaOrg;
using Oms.Domain.Refusals;
using Oms.Graph.Import.GraphQl;

namespace Oms.Graph.Import;

/// <summary>Reads the files of one import into one vocabulary.</summary>
internal static class VocabularyReader
{
    /// <summary>Files that one import takes.</summary>
    internal const int MaxFiles = 100;

    /// <summary>Reads them all, or says of the first that can not be read what is wrong with it.</summary>
    /// <param name="format">How they are written.</param>
    /// <param name="files">The files.</param>
    /// <param name="progress">Is told how many bytes were read of each, unpacked, now and then; null where nobody watches.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    internal static Result<ImportedVocabulary> Read(
        ImportFormat format, ImmutableArray<ImportFile> files, Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (files.Length is 0 or > MaxFiles)
            return new ValueOutOfRange("number of files", 1, MaxFiles, files.Length) { Path = ["files"] };
        return format switch
        {
            ImportFormat.Schemaorg => ReadSchemaOrg(files, progress, cancellationToken),
            ImportFormat.Linkml => ReadLinkMl(files, progress, cancellationToken),
            ImportFormat.Graphql => ReadGraphQl(files, progress, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not a format"),
        };
    }

    private static Result<ImportedVocabulary> ReadSchemaOrg(
        ImmutableArray<ImportFile> files, Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var mapping = new SchemaOrgMapping();
        foreach (var file in files)
        {
            var opened = file.Open();
            if (!opened.IsOk)
                return opened.Refusals;
            using var content = UnpackedStream.Over(opened.Value);
            var statements = 0;
            void Take(Triple triple)
            {
                mapping.Add(triple);
                if (++statements % 1_000 == 0)
                    progress?.Invoke(new ImportProgress(file.Name, content.Position));
            }

            if (NTriplesReader.Read(content, file.Name, Take, cancellationToken) is { } refusal)
                return refusal with { Path = ["files"] };
            if (statements == 0)
                return new ImportFileInvalid(file.Name, null, "there is no statement in it") { Path = ["files"] };
            progress?.Invoke(new ImportProgress(file.Name, content.Position));
        }

        return mapping.Map();
    }

    private static Result<ImportedVocabulary> ReadGraphQl(
        ImmutableArray<ImportFile> files, Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var schema = GraphQlReader.Read(files, progress, cancellationToken);
        return schema.IsOk ? GraphQlImport.Map(schema.Value) : schema.Refusals;
    }

    private static Result<ImportedVocabulary> ReadLinkMl(
        ImmutableArray<ImportFile> files, Action<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var read = ImmutableArray.CreateBuilder<LinkMlFile>(files.Length);
        foreach (var file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var opened = file.Open();
            if (!opened.IsOk)
                return opened.Refusals;
            using var content = opened.Value;
            var schema = LinkMlReader.Read(file.Name, content);
            if (!schema.IsOk)
                return schema.Refusals;
            read.Add(schema.Value);
            progress?.Invoke(new ImportProgress(file.Name, content.Position));
        }

        return LinkMlImport.Map(read.MoveToImmutable());
    }
}
