using System.Text;
using Oms.Domain.Import;
using Oms.Domain.Import.LinkMl;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Oms.Graph.Import;
using Shouldly;

namespace Oms.Graph.Tests.Import;

/// <summary>LinkML files as the tests read them.</summary>
internal static class LinkMl
{
    internal static Result<LinkMlFile> Read(byte[] bytes, string name = "schema.yaml") => LinkMlReader.Read(name, new MemoryStream(bytes));

    internal static Result<LinkMlFile> Read(string yaml, string name = "schema.yaml") => Read(Encoding.UTF8.GetBytes(yaml), name);

    internal static Result<LinkMlFile> ReadData(string name) =>
        Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Import", "data", name)), name);

    internal static ImportFileInvalid Refused<T>(Result<T> result) => result.Refusals.ShouldHaveSingleItem().ShouldBeOfType<ImportFileInvalid>();

    /// <summary>What a schema of these sections becomes, once the registry has accepted it.</summary>
    internal static ImportedVocabulary Import(string sections) => Accepted(Read($"""
        id: https://example.org/zoo
        prefixes:
          zoo: https://example.org/zoo/
        default_prefix: zoo
        {sections}
        """).Value);

    internal static ImportedVocabulary Accepted(params LinkMlFile[] files)
    {
        var vocabulary = LinkMlImport.Map([.. files]).Value;
        var edit = Editor.Apply(Snapshot.Empty, [.. vocabulary.Elements.Select(e => new CreateElement(e))], new NoIds());
        edit.Refusals.ShouldBeEmpty();
        return vocabulary;
    }

    internal static T Named<T>(this ImportedVocabulary vocabulary, string name) where T : Element =>
        vocabulary.Elements.OfType<T>().Single(e => e.Name == name);
}
