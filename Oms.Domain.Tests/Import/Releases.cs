using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Oms.Domain.Import;
using Oms.Domain.Import.Rdf;
using Oms.Domain.Import.SchemaOrg;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Tests.Ontology;
using Shouldly;

namespace Oms.Domain.Tests.Import;

/// <summary>Vocabularies to import: releases of schema.org as they were published, and texts of a test.</summary>
internal static class Releases
{
    internal static ImportedVocabulary Release30 { get; } = Read("samples/schemaorg/schemaorg-30.0.nt.gz");

    internal static ImportedVocabulary Release29 { get; } = Read("Oms.Domain.Tests/Import/data/schemaorg-29.3.nt.gz");

    /// <summary>Maps statements; <c>schema:</c>, <c>rdfs:</c>, <c>rdf:</c> and <c>a</c> are written out first.</summary>
    internal static ImportedVocabulary OfSchemaOrg(params string[] statements)
    {
        var text = string.Join('\n', statements.Select(s => string.Join(' ', s.Split(' ').Select(Full)) + " ."));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return Map(content, "test.nt");
    }

    /// <summary>The branch after an import of this into it.</summary>
    internal static Snapshot Import(this Snapshot before, ImportedVocabulary vocabulary)
    {
        var edit = Editor.Apply(before, ImportPlanner.Plan(before, vocabulary).Operations, new CountingIds());
        edit.Refusals.Select(r => $"{string.Join('.', r.Path)}: {r.Message}").ShouldBeEmpty();
        return edit.Value.After;
    }

    private static string Full(string word) => word switch
    {
        "a" => $"<{"http://www.w3.org/1999/02/22-rdf-syntax-ns#type"}>",
        _ when word.StartsWith("schema:", StringComparison.Ordinal) => $"<https://schema.org/{word[7..]}>",
        _ when word.StartsWith("rdfs:", StringComparison.Ordinal) => $"<http://www.w3.org/2000/01/rdf-schema#{word[5..]}>",
        _ when word.StartsWith("rdf:", StringComparison.Ordinal) => $"<http://www.w3.org/1999/02/22-rdf-syntax-ns#{word[4..]}>",
        _ => word,
    };

    private static ImportedVocabulary Read(string path, [CallerFilePath] string here = "")
    {
        using var file = File.OpenRead(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path));
        using var content = new GZipStream(file, CompressionMode.Decompress);
        return Map(content, path);
    }

    private static ImportedVocabulary Map(Stream content, string file)
    {
        var mapping = new SchemaOrgMapping();
        NTriplesReader.Read(content, file, mapping.Add, CancellationToken.None).ShouldBeNull();
        var vocabulary = mapping.Map();
        vocabulary.Refusals.ShouldBeEmpty();
        return vocabulary.Value;
    }
}
