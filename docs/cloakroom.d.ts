// What a host of Cloakroom adds to WeChat's `wx`: put this file beside miniprogram-api-typings.
declare namespace WechatMiniprogram {
  interface Wx {
    cloakroom: Cloakroom
  }

  interface Cloakroom {
    /**
     * Asks for a scope, also for those that WeChat has no call for. Callbacks or a Promise, as for every API.
     * Not for `scope.payment`, `scope.subscribeMessage` and `scope.phoneNumber`, which have calls of their own.
     */
    request(options: CloakroomRequestOption): Promise<CloakroomResult>
  }

  type CloakroomScope =
    | 'scope.email'
    | 'scope.userInfo'
    | 'scope.address'
    | 'scope.invoiceTitle'
    | 'scope.contact'
    | 'scope.licensePlate'
    | 'scope.werun'
    | 'scope.age'
    | 'scope.friends'
    | 'scope.userLocation'
    | 'scope.userFuzzyLocation'
    | 'scope.friendsNearby'
    | 'scope.bankAccount'
    | 'scope.transactions'
    | 'scope.call'

  interface CloakroomRequestOption {
    scope: CloakroomScope
    /** Coarse answers of the scope to tell at once: without them a scope that has tokens gives its token alone. */
    answers?: (keyof CloakroomAnswers)[]
    success?(result: CloakroomResult): void
    fail?(error: GeneralCallbackResult & { errno: number }): void
    complete?(result: GeneralCallbackResult): void
  }

  interface CloakroomResult extends GeneralCallbackResult {
    /** A token for the developer's back end; absent for scopes without actions. */
    code?: string
    answers: Partial<CloakroomAnswers>
    aliases: Partial<CloakroomAliases>
  }

  interface CloakroomAnswers {
    addressRegion: {
      provinceName: string
      cityName: string
      countyName: string
      nationalCode: string
      postalCode: string
    }
    /** The middle of a square of about 1.1 km; `accuracy` is its radius in metres. */
    locationCell: CloakroomPlace
    /** The same of about 5.6 km. */
    locationArea: CloakroomPlace
    /** In whole thousands. */
    steps: { timestamp: number; step: number }[]
    ageOver14: boolean
    ageOver16: boolean
    ageOver18: boolean
    ageOver60: boolean
    /** What this program knows them by. */
    friends: string[]
    friendsNearby: (CloakroomPlace & { subject: string })[]
  }

  interface CloakroomPlace {
    latitude: number
    longitude: number
    accuracy: number
  }

  interface CloakroomAliases {
    name: string
    phone: string
    /** The name before the `@` of a relay address. */
    mailbox: string
    /** Placeholders: the host paints them where a whole text or an image's `src` is one. */
    nickname: string
    avatar: string
  }
}
