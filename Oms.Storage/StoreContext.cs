using Microsoft.EntityFrameworkCore;
using Oms.Storage.Rows;

namespace Oms.Storage;

/// <summary>The tables as EF Core sees them. A test compares it with what the schema steps make.</summary>
internal sealed class StoreContext(DbContextOptions<StoreContext> options) : DbContext(options)
{
    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<ObjectRow>().ToTable("objects").HasKey(r => r.Hash);
        model.Entity<CommitRow>().ToTable("commits").HasKey(r => r.Sequence);
        model.Entity<CommitParentRow>().ToTable("commit_parents").HasKey(r => new { r.Commit, r.Position });
        model.Entity<CommitElementRow>().ToTable("commit_elements").HasKey(r => new { r.Element, r.Commit });
        model.Entity<CommitIssueRow>().ToTable("commit_issues").HasKey(r => new { r.Issue, r.Commit });
        model.Entity<BranchRow>().ToTable("branches").HasKey(r => r.Name);
        model.Entity<BranchHeadRow>().ToTable("branch_heads").HasKey(r => new { r.Branch, r.Version });
        model.Entity<AuditRow>().ToTable("audit").HasKey(r => r.Sequence);
        model.Entity<AuditIssueRow>().ToTable("audit_issues").HasKey(r => new { r.Issue, r.Sequence });
        model.Entity<EventRow>().ToTable("events").HasKey(r => r.Sequence);
        model.Entity<LogHeadRow>().ToTable("log_head").HasKey(r => r.Id);
        model.Entity<InboxRow>().ToTable("inbox").HasKey(r => r.Id);
        model.Entity<AnswerRow>().ToTable("answers").HasKey(r => r.Key);
        model.Entity<DocumentRow>().ToTable("documents").HasKey(r => new { r.Kind, r.Key });
        model.Entity<PackRow>().ToTable("packs").HasKey(r => r.Id);
        model.Entity<MetaRow>().ToTable("meta").HasKey(r => r.Key);
        model.Entity<PackRow>().Property(r => r.Id).ValueGeneratedNever();
        foreach (var entity in model.Model.GetEntityTypes())
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(ColumnNames.Of(property.Name));
                // By convention Id is the key; where it is not, EF Core 6 forgets that it is required.
                property.IsNullable = property.IsNullable && property.Name != nameof(AuditRow.Id);
            }
    }
}
