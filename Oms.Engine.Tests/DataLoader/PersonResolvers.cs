using Oms.Engine.Configuration;

namespace Oms.Engine.Tests.DataLoader;

[ExtendObjectType("Person")]
public static class PersonResolvers
{
    public static async Task<Person?> GetFriendAsync([Parent] Person person, PersonById people, CancellationToken cancellationToken) =>
        await people.LoadAsync(person.FriendId, cancellationToken);

    public static Task<int[]?> GetNumbersAsync([Parent] Person person, NumbersOfPerson numbers, CancellationToken cancellationToken) =>
        numbers.LoadAsync(person.Id, cancellationToken);
}
