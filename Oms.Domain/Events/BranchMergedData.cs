using Oms.Domain.History;

namespace Oms.Domain.Events;

/// <summary>The data of <see cref="EventTypes.BranchMerged"/>.</summary>
/// <param name="From">The commit whose history was merged.</param>
/// <param name="HeadBefore">The branch's head before.</param>
/// <param name="HeadAfter">The branch's head now.</param>
public sealed record BranchMergedData(ObjectHash From, ObjectHash HeadBefore, ObjectHash HeadAfter);
