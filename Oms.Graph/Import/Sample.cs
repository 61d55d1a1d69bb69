using System.Collections.Immutable;
using Oms.Domain.Access;
using Oms.Domain.Branches;
using Oms.Domain.Import;
using Oms.Domain.Ontology;
using Oms.Domain.Ontology.Editing;
using Oms.Domain.Refusals;
using Oms.Graph.Branches;
using Oms.Graph.Editing;
using Oms.Graph.Registry;

namespace Oms.Graph.Import;

/// <summary>
/// What a new registry starts with: schema.org on <c>main</c>, and a branch with a few edits to look at. Each step looks first whether it
/// is done, so that a start after a crash in between goes on where the last one ended, and a registry that people have used is left alone.
/// </summary>
internal sealed class Sample(OntologyRegistry registry, ImportCommand import, BranchCommand branches, CommitCommand commits)
{
    /// <summary>The branch with the edits.</summary>
    internal const string ExampleBranch = "example/clinic";

    private const string ImportMessage = "schema.org 30.0, the sample ontology";
    private static readonly ImmutableArray<string> Issue = ["OMS-1"];
    private static readonly Actor Importer = new("system", [Role.Admin]);

    private static string File => Path.Combine(AppContext.BaseDirectory, "samples", "schemaorg", "schemaorg-30.0.nt.gz");

    /// <summary>Makes what is missing. Call it before serving.</summary>
    /// <returns>Why the sample can not be had, for example where the configuration accepts no issue of its form; empty otherwise.</returns>
    internal async Task<ImmutableArray<Refusal>> PrepareAsync(CancellationToken cancellationToken)
    {
        var main = (await registry.GetBranchAsync(BranchName.Main, cancellationToken))!;
        var head = (await registry.GetCommitAsync(main.Head, cancellationToken))!;
        if (head.Commit.Parents.IsDefaultOrEmpty)
        {
            var imported = await ImportAsync(cancellationToken);
            if (!imported.IsOk)
                return imported.Refusals;
            main = (await registry.GetBranchAsync(BranchName.Main, cancellationToken))!;
        }
        else if (head.Commit.Author != Importer.Subject || head.Commit.Message != ImportMessage)
        {
            return [];
        }

        var example = await registry.GetBranchAsync(BranchName.Trusted(ExampleBranch), cancellationToken);
        if (example is null)
        {
            var made = await branches.CreateAsync(Context(), new CreateBranchInput(ExampleBranch, "What a clinic would change.", new BranchSourceInput(BranchName.Main.Value, null)), cancellationToken);
            if (!made.IsOk)
                return made.Refusals;
            example = made.Value;
        }

        return example.Head == main.Head && example.CreatedBy == Importer.Subject ? await EditAsync(main.Head.Value, cancellationToken) : [];
    }

    private ValueTask<Result<ImportAnswer>> ImportAsync(CancellationToken cancellationToken) => import.ExecuteAsync(
        Context(),
        new ImportRequest
        {
            Branch = BranchName.Main.Value,
            Format = ImportFormat.Schemaorg,
            Files = [new ImportFile(Path.GetFileName(File), () => System.IO.File.OpenRead(File))],
            Issues = Issue,
            Message = ImportMessage,
        },
        cancellationToken);

    private async Task<ImmutableArray<Refusal>> EditAsync(string head, CancellationToken cancellationToken)
    {
        var result = await commits.ExecuteAsync(
            Context(),
            new CommitRequest { Branch = ExampleBranch, ExpectedHead = head, Message = "Visits of patients, in the clinic's own words", Issues = Issue, Operations = Edits() },
            cancellationToken);
        return result.Refusals;
    }

    private static ImmutableArray<Operation> Edits() =>
    [
        new RenameElement(Id(ElementKind.ObjectType, "MedicalClinic"), "Clinic"),
        new DeprecateElement(
            Id(ElementKind.ObjectType, "Physician"),
            new Deprecation
            {
                Reason = "Schedules name the person.", ReplacedBy = Id(ElementKind.ObjectType, "IndividualPhysician").Value,
            }),
        new CreateElement(new ObjectType
        {
            Name = "Visit",
            Namespace = "clinic",
            DisplayName = new LocalizedText([new("en", "Visit"), new("ko", "방문")]),
            PluralDisplayName = LocalizedText.English("Visits"),
            Description = LocalizedText.English("A patient comes to the clinic and is seen."),
            Parents = [Id(ElementKind.ObjectType, "Event")],
            Status = Status.Experimental,
            Properties =
            [
                new Property { Name = "visitNumber", Type = TypeRef.Data("string"), IsPrimaryKey = true, IsRequired = true },
                new Property { Name = "admittedAt", Type = TypeRef.Data("timestamp"), IsRequired = true, IsIndexed = true },
                new Property { Name = "note", Type = TypeRef.Data("text"), IsSearchable = true },
            ],
        }),
        new CreateElement(new LinkType
        {
            Name = "Visit_patient",
            Namespace = "clinic",
            From = new LinkEnd { Name = "patient", Type = ElementId.Trusted("Visit"), IsRequired = true },
            To = new LinkEnd { Name = "visits", Type = Id(ElementKind.ObjectType, "Patient") },
            Cardinality = Cardinality.ManyToOne,
            Directionality = Directionality.Bidirectional,
        }),
    ];

    private static ElementId Id(ElementKind kind, string term) => StableIds.Element(kind, "https://schema.org/" + term);

    private CommandContext Context() => registry.ContextFor(Importer, $"sample-{registry.Ids.Next():N}");
}
