using System.Collections.Immutable;
using Oms.Domain.Ontology.BuiltIn;
using Oms.Domain.Refusals;

namespace Oms.Domain.Ontology.Editing;

/// <summary>Carries out operations on a workspace, in their order.</summary>
internal sealed class OperationRunner(Workspace workspace)
{
    private static readonly ImmutableArray<ElementKind> AnyKind = [.. Enum.GetValues<ElementKind>()];

    private readonly Dictionary<int, ElementId> made = [];

    internal void Run(ImmutableArray<Operation> operations)
    {
        // Names first, so that every operation can use every name that the commit makes.
        for (var i = 0; i < operations.Length; i++)
            if (operations[i] is CreateElement create)
                ClaimNew(create.Element, i);
        for (var i = 0; i < operations.Length; i++)
            if (operations[i] is RenameElement rename)
                ClaimRenamed(rename);
        for (var i = 0; i < operations.Length && !workspace.Violations.IsFull; i++)
            Run(operations[i], i, Trail.Operations.At(i));
    }

    private void ClaimNew(Element element, int index)
    {
        var id = element.Id.IsEmpty ? workspace.Ids.NextElement(element.Kind) : element.Id;
        made[index] = id;
        workspace.Claims.Claim(element.Kind, element.Name, id);
    }

    private void ClaimRenamed(RenameElement rename)
    {
        var probe = new Violations();
        if (workspace.Claims.Resolve(rename.Element, Kinds(rename), Trail.Operations, probe) is { } id && workspace.Before.Find(id) is { } element)
            workspace.Claims.Claim(element.Kind, rename.Name, id);
    }

    private void Run(Operation operation, int index, Trail trail)
    {
        var answered = operation switch
        {
            CreateElement create => Create(create.Element with { Id = made[index] }, index, trail),
            UpdateElement update => Edit(update, update.Element, index, trail, e => ElementPatch.Apply(e, update.Patch, trail, workspace)),
            RenameElement rename => Edit(rename, rename.Element, index, trail, e => e with { Name = rename.Name }),
            MoveElement move => Edit(move, move.Element, index, trail, e => e with { Namespace = move.Namespace }),
            DeprecateElement old => Edit(old, old.Element, index, trail, e => e with { Status = Status.Deprecated, Deprecation = old.Deprecation }),
            RestoreElement restore => Edit(restore, restore.Element, index, trail, e => e with { Status = Status.Active, Deprecation = null }),
            DeleteElement delete => Delete(delete, index, trail),
            AddMember add => Edit(add, add.Element, index, trail, e => Add(e, add, trail)),
            UpdateMember update => EditMember(update, update.Element, update.Member, index, trail, m => ElementPatch.Apply(m, update.Patch, trail, workspace)),
            RenameMember rename => EditMember(rename, rename.Element, rename.Member, index, trail, m => m with { Name = rename.Name }),
            DeprecateMember old => EditMember(
                old, old.Element, old.Member, index, trail, m => m with { Status = Status.Deprecated, Deprecation = old.Deprecation }),
            RestoreMember restore => EditMember(
                restore, restore.Element, restore.Member, index, trail, m => m with { Status = Status.Active, Deprecation = null }),
            MoveMember move => EditList(move, move.Element, move.Member, index, trail, id => new MemberMove(id, move.Position)),
            RemoveMember remove => Remove(remove, index, trail),
            _ => throw new InvalidOperationException($"no such operation: {operation.GetType()}"),
        };
        if (!answered)
            workspace.Answer(default);
    }

    private bool Create(Element element, int index, Trail trail)
    {
        if (!ElementId.TryParse(element.Id.Value, out _) || element.Id.Kind != element.Kind)
        {
            workspace.Violations.Add(trail.At("id"), new MalformedInput(
                $"'{element.Id}' is no id for {Words.Of(element.Kind)}: it starts with '{ElementId.PrefixOf(element.Kind)}', then has 1 to 64 of a-z, 0-9 and '-'."));
            return false;
        }

        if (workspace.Find(element.Id) is { } other)
        {
            workspace.Violations.Add(trail.At("id"), new DuplicateName(
                element.Id.Value, other.Id, $"The id '{element.Id}' belongs to {Words.Of(other)}. Leave the id out to be given a new one."));
            return false;
        }

        workspace.Put(MemberIds.Fill(element, workspace.Ids), index);
        workspace.Answer(element.Id);
        return true;
    }

    private bool Edit(Operation operation, ElementId target, int index, Trail trail, Func<Element, Element?> edit)
    {
        if (Target(operation, target, trail) is not { } element || edit(element) is not { } edited)
            return false;
        workspace.Put(edited, index);
        workspace.Answer(element.Id, edited is { } && operation is AddMember ? Added(element, edited) : null);
        return true;
    }

    private static MemberId? Added(Element before, Element after)
    {
        var old = before.Members.Select(m => m.Id).ToHashSet();
        return after.Members.FirstOrDefault(m => !old.Contains(m.Id))?.Id;
    }

    private bool EditMember(
        Operation operation, ElementId target, MemberId reference, int index, Trail trail, Func<Member, Member?> edit)
    {
        if (Target(operation, target, trail) is not { } element || Member(element, reference, trail) is not { } member
            || edit(member) is not { } edited)
            return false;
        workspace.Put(MemberLists.Replace(element, edited), index);
        workspace.Answer(element.Id, member.Id);
        return true;
    }

    private bool EditList(Operation operation, ElementId target, MemberId reference, int index, Trail trail, Func<MemberId, IMemberListEdit> edit)
    {
        if (Target(operation, target, trail) is not { } element || Member(element, reference, trail) is not { } member)
            return false;
        if (member is LinkEnd)
        {
            workspace.Violations.Add(trail.At("member"), new InvalidDefinition(
                "link_has_two_ends", "A link has exactly two ends, from and to: they can be changed, not moved or removed."));
            return false;
        }

        workspace.Put(MemberLists.Edit(element, edit(member.Id)), index);
        workspace.Answer(element.Id, member.Id);
        return true;
    }

    private bool Remove(RemoveMember remove, int index, Trail trail)
    {
        if (!EditList(remove, remove.Element, remove.Member, index, trail, id => new MemberRemoval(id)))
            return false;
        if (!remove.Force || workspace.Results()[index] is not { Member: { } member } result)
            return true;
        workspace.ForcedMembers.Add((result.Element, member));
        if (workspace.Find<ObjectType>(result.Element) is { } type)
            workspace.Replace(type with
            {
                TitleProperty = type.TitleProperty == member ? null : type.TitleProperty,
                SubtitleProperty = type.SubtitleProperty == member ? null : type.SubtitleProperty,
            });
        return true;
    }

    private bool Delete(DeleteElement delete, int index, Trail trail)
    {
        if (Target(delete, delete.Element, trail) is not { } element)
            return false;
        workspace.Delete(element.Id, index);
        if (delete.Force)
            workspace.Forced[element.Id] = index;
        workspace.Answer(element.Id);
        return true;
    }

    private Element? Add(Element element, AddMember add, Trail trail)
    {
        var member = add.Member.Id.IsEmpty ? add.Member with { Id = MemberIds.Next(element, workspace.Ids) } : add.Member;
        if (add.Position is < 0)
            workspace.Violations.Add(trail.At("position"), new LimitExceeded("position", 0, add.Position.Value, "A position starts at 0."));
        else if (MemberLists.Add(element, member, add.Position ?? int.MaxValue) is { } added)
            return added;
        else
            workspace.Violations.Add(trail.At("member"), new InvalidDefinition(
                "member_fits_element", $"A {Words.Of(element.Kind)} has no {Words.Of(member)}."));
        return null;
    }

    private Element? Target(Operation operation, ElementId reference, Trail trail)
    {
        trail = trail.At("element");
        if (workspace.Claims.Resolve(reference, Kinds(operation), trail, workspace.Violations) is not { } id)
            return null;
        if (BuiltInTypes.Find(id) is { } builtIn)
        {
            workspace.Violations.Add(trail, new BuiltInElement(
                id, $"The {Words.Of(builtIn)} is built in and cannot be edited. Make one of your own over the same base instead."));
            return null;
        }

        if (workspace.Find(id) is { } element)
            return element;
        workspace.Violations.Add(trail, NameClaims.Unknown(reference, Kinds(operation)));
        return null;
    }

    private Member? Member(Element element, MemberId reference, Trail trail)
    {
        var member = element.Members.FirstOrDefault(m => m.Id == reference)
            ?? (NameClaims.IsName(reference.Value) ? element.Members.FirstOrDefault(m => m.Name == reference.Value) : null);
        if (member is null)
            workspace.Violations.Add(trail.At("member"), new UnknownReference(
                reference.Value, "member", $"The {Words.Of(element)} has no member '{reference}'."));
        return member;
    }

    private static ImmutableArray<ElementKind> Kinds(Operation operation) => operation.Kind is { } kind ? [kind] : AnyKind;
}
