using System.Text;
using System.Text.Json;
using Oms.Domain.Access;
using Shouldly;
using Xunit;

namespace Oms.Domain.Tests.Access;

public class PermissionTableTests
{
    private const string Update = "OMS_UPDATE_DOCS";

    [Fact]
    public void The_printed_table_is_the_table()
    {
        var file = Path.Combine(Root(), "docs", "access.md");
        var printed = Print();
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(file, printed);

        File.ReadAllText(file).ShouldBe(printed, $"docs/access.md has drifted; run this test with {Update}=1 and review the difference");
    }

    [Fact]
    public void A_developer_changes_what_is_unprotected_and_nothing_else()
    {
        Rights(Role.Developer).ShouldBe(
        [
            Right.SchemaRead, Right.BranchRead, Right.SchemaWrite, Right.SchemaDelete, Right.Import, Right.BranchCreate, Right.BranchArchive,
            Right.LockAcquire, Right.LockRelease, Right.IssueRead, Right.ProposalRead, Right.ProposalComment, Right.ProposalWrite, Right.ProposalMerge,
        ]);
    }

    [Fact]
    public void Only_admin_and_auditor_read_the_audit_log() =>
        Enum.GetValues<Role>().Where(r => PermissionTable.Allows(r, Right.AuditRead)).ShouldBe([Role.Admin, Role.Auditor], ignoreOrder: true);

    [Theory]
    [InlineData(Right.BranchWriteProtected)]
    [InlineData(Right.LockForceUnlock)]
    [InlineData(Right.Merge)]
    [InlineData(Right.Revert)]
    [InlineData(Right.Override)]
    public void Only_admin_may(Right right) =>
        Enum.GetValues<Role>().Where(r => PermissionTable.Allows(r, right)).ShouldBe([Role.Admin]);

    [Fact]
    public void Without_a_role_nothing_is_allowed() =>
        Enum.GetValues<Right>().Any(r => PermissionTable.Allows(new Actor("nobody", []), r)).ShouldBeFalse();

    [Fact]
    public void Every_right_has_a_name_of_its_own_that_leads_back()
    {
        foreach (var right in Enum.GetValues<Right>())
            RightNames.Find(RightNames.Of(right)).ShouldBe(right);
        RightNames.Find("schema:everything").ShouldBeNull();
    }

    private static IEnumerable<Right> Rights(Role role) => PermissionTable.RightsOf([role]);

    private static string Print()
    {
        var roles = Enum.GetValues<Role>();
        var text = new StringBuilder("# Who may do what\n\n");
        text.Append("Printed from `Oms.Domain/Access/PermissionTable.cs` by a test; do not edit by hand. What is not ticked is denied.\n");
        text.Append("A right is the policy of the same name in `schema.graphql`. Rights of several roles add up.\n\n");
        text.Append("| right |").AppendJoin("|", roles.Select(r => $" {Name(r)} ")).Append("|\n");
        text.Append("|---|").AppendJoin("|", roles.Select(_ => ":-:")).Append("|\n");
        foreach (var right in Enum.GetValues<Right>())
        {
            text.Append($"| `{RightNames.Of(right)}` |");
            text.AppendJoin("|", roles.Select(r => PermissionTable.Allows(r, right) ? " yes " : " ")).Append("|\n");
        }

        return text.ToString();
    }

    private static string Name(Role role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Oms.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("not within the repository");
    }
}
